"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class LicenseSources(EnumBase, StrSchema):
    """Where a license comes from: an `order` (the default), a `trial`, a `voucher`, a `distributor`, a
    `subscription`, a store for mobile apps (`appStore`, `playStore`) or the partner `musicfirst`
    """

    ORDER: ClassVar[LicenseSources]
    TRIAL: ClassVar[LicenseSources]
    VOUCHER: ClassVar[LicenseSources]
    DISTRIBUTOR: ClassVar[LicenseSources]
    SUBSCRIPTION: ClassVar[LicenseSources]
    APP_STORE: ClassVar[LicenseSources]
    PLAY_STORE: ClassVar[LicenseSources]
    MUSICFIRST: ClassVar[LicenseSources]
