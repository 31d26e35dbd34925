"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class LicenseSources(EnumBase, StrSchema):
    """Where a license comes from: an `order` (the default), a `trial`, a `voucher`, a `distributor`, a
    `subscription`, a store for mobile apps (`appStore`, `playStore`) or the partner `musicfirst`
    """

    ORDER = value("order")
    TRIAL = value("trial")
    VOUCHER = value("voucher")
    DISTRIBUTOR = value("distributor")
    SUBSCRIPTION = value("subscription")
    APP_STORE = value("appStore")
    PLAY_STORE = value("playStore")
    MUSICFIRST = value("musicfirst")
