/* The model runtime in C: what costs most of it, part by part, each with the Python module that is its twin.
 *
 *     properties      reading a declared property     _declaration.Property
 *     instances       making them                     _instances.maker
 *     converters      plain data to instances         _script.Script, _compile.converter; filled by _compiled
 *     a quick look    where data do not fit           _examination.Examiner
 *     reading         JSON text to instances          _json.decode, and a converter
 *     writing         instances to JSON text          _json._encode
 *
 * Whatever a function here does not know, it rejects by raising anything at all; the twin then has its say, and its
 * result is the same but slower. So there is no message here, and no rule that is not in the twin as well. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <structmember.h>

/* Layouts of CPython that are no public API are used where they have been tested, and never with FLAT_PUBLIC_API. */
#if !defined(FLAT_PUBLIC_API) && PY_VERSION_HEX >= 0x030B0000 && PY_VERSION_HEX < 0x030E0000
#define KNOWN_LAYOUTS 1
#else
#define KNOWN_LAYOUTS 0
#endif

#define INTERFACE 5 /* that of _extension.py: a build of an earlier state of the package is left alone */

#define MOST_LEVELS 1000 /* of nesting; deeper data are left to the twin, which the interpreter limits */
#define SHORT_TEXT 16    /* characters of a number that is its own shortest text: _numbers._SHORT */

/* A class, borrowed and only compared, and its version when it was looked at: that changes with anything about it. */
typedef struct {
    PyTypeObject *cls;
    unsigned int version;
} KnownClass;

#define CLASSES_KEPT 64

/* The state of the module: what Python has told by `configure`, and what was made when the module was loaded. */
typedef struct {
    PyObject *rejected; /* the exception */
    PyObject *items, *dict_items, *getitem, *dict_getitem; /* the names, and the methods of dict */
    PyObject *decimal, *boolean, *null, *object;           /* Decimal, BoolClass, NoneClass, DictNode */
    PyObject *shortest, *whole, *exact;                    /* _numbers.shortest, whole and EXACT */
    PyObject *open_attributes;                             /* _nodes.open_attributes */
    PyObject *all, *outside;                               /* _examination.ALL and OUTSIDE */
    PyObject *root;                                        /* the first step of every path */
    PyObject *no_arguments;                                /* () */
    PyTypeObject *converter_class, *string_shell;
    KnownClass written[CLASSES_KEPT]; /* whose items are found as those of a dict */
} State;

typedef struct {
    const char *name;
    size_t offset;
    int is_class;
} Setting;

static const Setting SETTINGS[] = {
    {"decimal", offsetof(State, decimal), 1},
    {"boolean", offsetof(State, boolean), 1},
    {"null", offsetof(State, null), 1},
    {"object", offsetof(State, object), 1},
    {"shortest", offsetof(State, shortest), 0},
    {"whole", offsetof(State, whole), 0},
    {"exact", offsetof(State, exact), 0},
    {"open_attributes", offsetof(State, open_attributes), 0},
    {"all", offsetof(State, all), 0},
    {"outside", offsetof(State, outside), 0},
    {NULL, 0, 0},
};

static struct PyModuleDef speedups_module;

static PyObject *
reject(State *state)
{
    PyErr_SetNone(state->rejected);
    return NULL;
}

static PyObject **
setting_of(State *state, const Setting *setting)
{
    return (PyObject **)((char *)state + setting->offset);
}

/* Return whether *v* is made of the class *cls*, which may not be known yet. */
static inline int
is_made_of(PyObject *v, PyObject *cls)
{
    return cls != NULL && PyObject_TypeCheck(v, (PyTypeObject *)cls);
}

/* ---- plain text of JSON ------------------------------------------------------------------------------------------- */

#define EACH_BYTE 0x0101010101010101ULL

/* Return the place behind the plain characters from *place* on: those of ASCII that stand in a JSON string as they are,
 * but for the last of ASCII, which is written as an escape. */
static inline const char *
behind_plain(const char *place, const char *end)
{
    while (end - place >= 8) { /* eight at once, until a byte is below a space, a quote, a backslash or above a tilde */
        unsigned long long bytes, quotes, slashes;
        memcpy(&bytes, place, 8);
        quotes = bytes ^ (EACH_BYTE * '"');
        slashes = bytes ^ (EACH_BYTE * '\\');
        unsigned long long found = (bytes - EACH_BYTE * ' ') | (quotes - EACH_BYTE) | (slashes - EACH_BYTE)
                                   | (bytes + EACH_BYTE) | bytes;
        if (found & (EACH_BYTE * 0x80)) {
            break;
        }
        place += 8;
    }
    while (place < end && (unsigned char)*place >= ' ' && (unsigned char)*place <= '~' && *place != '"' && *place != '\\') {
        place++;
    }
    return place;
}

/* Return whether *text* is written in JSON as it is, in ASCII. */
static inline int
is_simple_text(PyObject *text)
{
    if (!PyUnicode_IS_ASCII(text)) {
        return 0;
    }
    const char *end = (const char *)PyUnicode_DATA(text) + PyUnicode_GET_LENGTH(text);
    return behind_plain(PyUnicode_DATA(text), end) == end;
}

/* ---- properties: _declaration.Property ----------------------------------------------------------------------- */

/* What a property has beyond the built-in one, behind whose struct it lies: the size of that is the interpreter's. */
typedef struct {
    PyObject *key;
    PyTypeObject *checked; /* borrowed, and only compared: the class whose items were last found to be read as dict's */
    unsigned int version;  /* the version of that class then */
} Item;

static inline Item *
item_of(PyObject *property)
{
    return (Item *)((char *)property + PyProperty_Type.tp_basicsize);
}

/* Return whether *cls* has the attribute of dict under *name*: 1 or 0, or -1 with an exception. */
static int
has_own_of_dict(PyTypeObject *cls, PyObject *name, PyObject *of_dict)
{
    if (cls == &PyDict_Type) {
        return 1;
    }
    PyObject *found = PyObject_GetAttr((PyObject *)cls, name);
    Py_XDECREF(found); /* compared only: dict keeps its own alive */
    return found == NULL ? -1 : found == of_dict;
}

#if KNOWN_LAYOUTS
/* Return whether the items of *object* are read as those of a dict: a class may have a __getitem__ of its own. */
static int
reads_as_dict(Item *item, PyObject *property, PyObject *object)
{
    PyTypeObject *cls = Py_TYPE(object);
    if (item->checked == cls && item->version != 0 && item->version == cls->tp_version_tag) {
        return 1;
    }
    PyObject *module = PyDict_Check(object) ? PyType_GetModuleByDef(Py_TYPE(property), &speedups_module) : NULL;
    State *state = module == NULL ? NULL : PyModule_GetState(module); /* both are borrowed */
    if (state == NULL || has_own_of_dict(cls, state->getitem, state->dict_getitem) <= 0) {
        PyErr_Clear();
        return 0;
    }
    item->checked = cls;
    item->version = cls->tp_version_tag; /* another one as soon as anything about the class changes */
    return 1;
}
#endif

static PyObject *
property_get(PyObject *self, PyObject *object, PyObject *owner)
{
    Item *item = item_of(self);
    if (object == NULL || object == Py_None || item->key == NULL) {
        return PyProperty_Type.tp_descr_get(self, object, owner);
    }
#if KNOWN_LAYOUTS
    if (reads_as_dict(item, self, object)) {
        PyObject *value = PyDict_GetItemWithError(object, item->key); /* borrowed */
        if (value != NULL) {
            return Py_NewRef(value);
        }
        if (PyErr_Occurred()) {
            return NULL;
        }
    }
#endif
    return PyObject_GetItem(object, item->key); /* what the itemgetter of the twin does */
}

static PyObject *
property_key(PyObject *self, void *Py_UNUSED(closure))
{
    PyObject *key = item_of(self)->key;
    return Py_NewRef(key == NULL ? Py_None : key);
}

static int
property_set_key(PyObject *self, PyObject *key, void *Py_UNUSED(closure))
{
    if (key == NULL || !PyUnicode_CheckExact(key)) {
        PyErr_SetString(PyExc_TypeError, "the key of a property is a str");
        return -1;
    }
    Py_XSETREF(item_of(self)->key, Py_NewRef(key));
    return 0;
}

static int
property_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    return PyProperty_Type.tp_traverse(self, visit, arg); /* the key is a str, which refers to nothing */
}

static void
property_dealloc(PyObject *self)
{
    PyTypeObject *cls = Py_TYPE(self);
    Py_CLEAR(item_of(self)->key);
    PyProperty_Type.tp_dealloc(self);
    Py_DECREF(cls); /* an instance of a class on the heap holds it, and the built-in property is not on the heap */
}

static PyGetSetDef property_getset[] = {
    {"_key", property_key, property_set_key, "the key that is read; none until it is known", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot property_slots[] = {
    {Py_tp_descr_get, property_get}, {Py_tp_traverse, property_traverse}, {Py_tp_dealloc, property_dealloc},
    {Py_tp_getset, property_getset}, {0, NULL},
};

/* Return the class of properties, new. */
static PyObject *
made_property_class(PyObject *module)
{
    PyType_Spec spec = {
        .name = "flat_api.schemas._speedups.ItemProperty",
        .basicsize = (int)(PyProperty_Type.tp_basicsize + sizeof(Item)),
        .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
        .slots = property_slots,
    };
    return PyType_FromModuleAndSpec(module, &spec, (PyObject *)&PyProperty_Type);
}

/* ---- instances: _instances.maker ----------------------------------------------------------------------------- */

/* How instances of one schema class are made of one primitive. */
typedef struct {
    PyTypeObject *cls;  /* NULL where the schema class does not accept the primitive */
    PyTypeObject *base; /* borrowed: the primitive */
    PyObject *make;     /* the maker in Python, where a constructor has to run; else NULL */
    PyObject *tests;    /* a tuple of functions that return whether a value passes, or NULL */
    int is_plain;       /* instances have nothing beyond what the primitive has */
} Kind;

#define SMALL_INTS 1024
#define FLOATS_KEPT 1024

/* Numbers that were made and passed their tests: small ones and the last floats are made once, as they repeat. They
 * refer to their class alone, which lives for good, so the collector need not know them. */
typedef struct {
    PyObject *ints[SMALL_INTS];
    PyObject *floats[FLOATS_KEPT];
    unsigned long long bits[FLOATS_KEPT]; /* of the floats */
} Numbers;

/* Return whether instances of *cls* have neither a __dict__ nor slots beyond those of *base*. */
static int
adds_nothing(PyTypeObject *cls, PyTypeObject *base)
{
    int is_same = cls->tp_basicsize == base->tp_basicsize && cls->tp_dictoffset == base->tp_dictoffset
                  && cls->tp_itemsize == base->tp_itemsize && PyType_IS_GC(cls);
#ifdef Py_TPFLAGS_MANAGED_DICT
    is_same = is_same && !PyType_HasFeature(cls, Py_TPFLAGS_MANAGED_DICT);
#endif
    return is_same;
}

/* Return whether the cyclic collector has to look at *made*. */
static inline int
is_watched(PyObject *made)
{
    return PyObject_IS_GC(made) && PyObject_GC_IsTracked(made);
}

/* Take *made* away from the cyclic collector. It refers to its class alone, or to others such: class_for keeps the
 * class of every instance for good, so that no garbage is missed. */
static inline void
unwatch(PyObject *made)
{
    if (is_watched(made)) {
        PyObject_GC_UnTrack(made);
    }
}

/* Let the collector look at *made*, a container of *kind* that is complete, where that is needed. */
static inline void
settle(const Kind *kind, PyObject *made, int has_watched)
{
    if (!has_watched && kind->is_plain) {
        unwatch(made);
    }
    else if (!PyObject_GC_IsTracked(made)) {
        PyObject_GC_Track(made);
    }
}

/* Return what the constructor of the primitive makes of *value*, and of *context* unless that is NULL. */
static PyObject *
made_by_base(const Kind *kind, PyObject *value, PyObject *context)
{
    PyObject *arguments = context == NULL ? PyTuple_Pack(1, value) : PyTuple_Pack(2, value, context);
    if (arguments == NULL) {
        return NULL;
    }
    PyObject *made = kind->base->tp_new(kind->cls, arguments, NULL);
    Py_DECREF(arguments);
    if (made != NULL && kind->is_plain) {
        unwatch(made);
    }
    return made;
}

#if KNOWN_LAYOUTS

static int
shell_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    return 0;
}

static PyType_Slot shell_slots[] = {{Py_tp_traverse, shell_traverse}, {0, NULL}};

/* A class that lends its size: instances of a subclass of str in one block of memory, as the interpreter makes those of
 * str itself. str.__new__ takes two blocks for them. No object keeps this class. */
static PyType_Spec shell_spec = {
    .name = "flat_api.schemas._speedups.StringShell",
    .basicsize = sizeof(PyASCIIObject),
    .itemsize = 1,
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = shell_slots,
};

/* Return an instance of *cls* with *length* characters of *width* bytes at *data*. */
static PyObject *
made_in_one_block(State *state, PyTypeObject *cls, const void *data, Py_ssize_t length, int width, int is_ascii)
{
    Py_ssize_t head = is_ascii ? sizeof(PyASCIIObject) : sizeof(PyCompactUnicodeObject), size = length * width;
    Py_ssize_t beyond = head - (Py_ssize_t)sizeof(PyASCIIObject) + size + width; /* with a final zero */
    PyVarObject *made = PyObject_GC_NewVar(PyVarObject, state->string_shell, beyond);
    if (made == NULL) {
        return NULL;
    }
    PyASCIIObject *string = (PyASCIIObject *)made;
    char *characters = (char *)made + head;
    memset((char *)made + sizeof(PyObject), 0, head - sizeof(PyObject));
    string->length = length;
    string->hash = -1;
    string->state.kind = width;
    string->state.compact = 1;
    string->state.ascii = is_ascii;
#if PY_VERSION_HEX < 0x030C0000
    string->state.ready = 1;
    if (width == sizeof(wchar_t)) { /* a string of wide characters is its own wstr */
        string->wstr = (wchar_t *)characters;
        if (!is_ascii) {
            ((PyCompactUnicodeObject *)made)->wstr_length = length;
        }
    }
#endif
    memcpy(characters, data, size);
    memset(characters + size, 0, width);
    Py_SET_TYPE(made, (PyTypeObject *)Py_NewRef((PyObject *)cls));
    Py_DECREF(state->string_shell); /* which the allocation had taken a reference to */
    return (PyObject *)made;        /* not watched: nothing has tracked it */
}

#endif

static PyObject *
made_string(State *state, const Kind *kind, PyObject *text)
{
    if (kind->make != NULL) {
        return PyObject_CallOneArg(kind->make, text);
    }
#if KNOWN_LAYOUTS
    if (kind->is_plain) {
        return made_in_one_block(state, kind->cls, PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text),
                                 PyUnicode_KIND(text), PyUnicode_IS_ASCII(text));
    }
#else
    (void)state;
#endif
    return made_by_base(kind, text, NULL);
}

static PyObject *
made_number(const Kind *kind, PyObject *number, PyObject *context)
{
    if (kind->make == NULL) {
        return made_by_base(kind, number, context);
    }
    return context == NULL ? PyObject_CallOneArg(kind->make, number)
                           : PyObject_CallFunctionObjArgs(kind->make, number, context, NULL);
}

#define MOST_PLACES 100       /* decimals of a float whose digits are found here */
#define LIMBS 16              /* each of nine digits: enough for 2**53 * 5**100 */
#define LIMB 1000000000u
#define LONGEST_FLOAT 128

/* Multiply the number in *count* limbs, the lowest first, by 5**power, with a power of 12 at most; return the count of
 * limbs then. */
static int
multiply_by_fives(unsigned int *limbs, int count, int power)
{
    unsigned long long factor = 1, carry = 0;
    while (power-- > 0) {
        factor *= 5;
    }
    for (int index = 0; index < count; index++) {
        carry += limbs[index] * factor;
        limbs[index] = (unsigned int)(carry % LIMB);
        carry /= LIMB;
    }
    if (carry != 0) {
        limbs[count++] = (unsigned int)carry;
    }
    return count;
}

/* Write the exact decimal of *value* to *text*, with ".0" where it is whole; return 0 where it is too long for this.
 * m / 2**n has the digits of m * 5**n, and n decimals. */
static int
write_exactly(double value, char text[LONGEST_FLOAT])
{
    const double most = 9007199254740992.0; /* 2**53 */
    double scaled = fabs(value);
    int places = 0, count = 0, length = 0;
    while (scaled < most && scaled != floor(scaled)) {
        scaled *= 2;
        places++;
    }
    if (!(scaled < most) || places > MOST_PLACES) {
        return 0;
    }
    unsigned int limbs[LIMBS];
    for (unsigned long long rest = (unsigned long long)scaled; rest != 0; rest /= LIMB) {
        limbs[count++] = (unsigned int)(rest % LIMB);
    }
    for (int left = places; left > 0; left -= 12) {
        count = multiply_by_fives(limbs, count, left < 12 ? left : 12);
    }
    char reversed[9 * LIMBS];
    for (int index = 0; index < 9 * count; index++) {
        reversed[length++] = (char)('0' + limbs[index / 9] % 10);
        limbs[index / 9] /= 10;
    }
    while (length > 0 && reversed[length - 1] == '0') {
        length--;
    }
    while (length <= places) { /* a digit before the point */
        reversed[length++] = '0';
    }
    if (signbit(value)) {
        *text++ = '-';
    }
    for (int index = length - 1; index >= 0; index--) {
        *text++ = reversed[index];
        if (index == places) {
            *text++ = '.';
        }
    }
    if (places == 0) {
        *text++ = '0';
    }
    *text = '\0';
    return 1;
}

/* Return the number for a finite *value*. */
static PyObject *
made_of_float(State *state, const Kind *kind, PyObject *value)
{
    char text[LONGEST_FLOAT];
    PyObject *number, *context = NULL;
    if (write_exactly(PyFloat_AS_DOUBLE(value), text)) {
        number = PyUnicode_FromString(text);
    }
    else if (fmod(PyFloat_AS_DOUBLE(value), 1.0) != 0.0) {
        number = Py_NewRef(value);
        context = state->exact;
    }
    else {
        number = PyObject_CallOneArg(state->whole, value);
        context = state->exact;
    }
    PyObject *made = number == NULL ? NULL : made_number(kind, number, context);
    Py_XDECREF(number);
    return made;
}

/* ---- converters: _script.Script ------------------------------------------------------------------------------ */

/* The types of JSON, and bytes, that a schema class accepts. */
enum { STRING = 1, OBJECT = 2, NUMBER = 4, BOOLEAN = 8, NOTHING = 16, ARRAY = 32, BINARY = 64 };

typedef struct Converter Converter;

typedef struct {
    PyObject *key;
    PyObject *alias; /* the last other str with the same text: the keys of one document are mostly shared in it; or NULL */
    Converter *converter;
    int is_required;
    int is_simple; /* the key is written in JSON as it is, in ASCII */
} Field;

/* The converter of one schema class. It is filled when it is first used, in one step that no other thread interrupts,
 * and never changes after that. */
struct Converter {
    PyObject_HEAD
    vectorcallfunc vectorcall;
    State *state;         /* borrowed from the module, which the class of converters holds */
    PyObject *cls, *fill; /* fill(converter) looks the class up and calls the method `fill` */
    int is_filled;
    PyObject *twin;       /* for a class that is not known here: its converter in Python */
    int accepts;
    PyObject *given;      /* a frozenset: the classes whose instances are accepted as they are */
    Kind string, number, array, object;
    Numbers *numbers;     /* NULL where instances of the class may differ in more than their value */
    PyObject *true_, *false_, *null, *make_bytes;
    PyObject *members;    /* of an enum: str to instance, or NULL */
    int is_closed_enum, is_datetime;
    Py_ssize_t min_length, max_length;
    long long least, most; /* of numbers that come as an int */
    PyObject *int_tests;   /* what else there is to test of those, or NULL */
    PyObject *wrong;        /* the rule about scalars of other types, or NULL for a class that the walk has to look at */
    PyObject *string_rules; /* a tuple of tests of strings, each with its rule */
    Converter *item, *undeclared;
    Field *fields;
    Py_ssize_t field_count, required_count;
    PyObject *places;     /* key to int: where it is in *fields* */
    PyObject *required;   /* a tuple of required names that are not declared, or NULL */
    int is_closed;        /* other keys are forbidden */
    int opens_always;     /* attributes are opened for an empty object too, as the twin does for maps of anything */
    int is_opened;
};

static PyObject *convert(Converter *self, PyObject *v, int level);

static int
fill_now(Converter *self)
{
    if (self->fill != NULL) {
        PyObject *done = PyObject_CallOneArg(self->fill, (PyObject *)self);
        if (done == NULL) {
            return -1;
        }
        Py_DECREF(done);
    }
    if (!self->is_filled) {
        reject(self->state);
        return -1;
    }
    return 0;
}

/* Return 0 where *v* passes all of *tests*, a tuple or NULL; else -1 with an exception. */
static int
check(State *state, PyObject *tests, PyObject *v)
{
    for (Py_ssize_t index = 0; tests != NULL && index < PyTuple_GET_SIZE(tests); index++) {
        PyObject *result = PyObject_CallOneArg(PyTuple_GET_ITEM(tests, index), v);
        int passes = result == NULL ? -1 : PyObject_IsTrue(result);
        Py_XDECREF(result);
        if (passes <= 0) {
            if (passes == 0) {
                reject(state);
            }
            return -1;
        }
    }
    return 0;
}

/* Return the number that *count* digits at *text* mean, or -1 where they are no digits. */
static int
digits_at(const char *text, int count)
{
    int number = 0;
    for (int index = 0; index < count; index++) {
        if (text[index] < '0' || text[index] > '9') {
            return -1;
        }
        number = 10 * number + (text[index] - '0');
    }
    return number;
}

/* Return whether ASCII *text* is a date-time like 2023-06-05T10:20:30Z, with up to nine decimals of a second. Other
 * forms, and the hour 24, are left to the test of the format. */
static int
is_usual_datetime(const char *text, Py_ssize_t length)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (length < 20 || length > 30 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':'
        || text[16] != ':' || text[length - 1] != 'Z') {
        return 0;
    }
    if (length > 20 && (length == 21 || text[19] != '.' || digits_at(text + 20, (int)length - 21) < 0)) {
        return 0;
    }
    int year = digits_at(text, 4), month = digits_at(text + 5, 2), day = digits_at(text + 8, 2);
    int hour = digits_at(text + 11, 2), minute = digits_at(text + 14, 2), second = digits_at(text + 17, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) {
        return 0;
    }
    int is_leap_day = month == 2 && day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return (day <= days[month - 1] || is_leap_day) && hour < 24 && minute < 60 && second < 60;
}

/* Return 0 where *text*, which is no member of an enum, is accepted; else -1 with an exception. */
static int
check_string(Converter *self, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (self->is_closed_enum || length < self->min_length || length > self->max_length) {
        reject(self->state);
        return -1;
    }
    if (self->is_datetime && PyUnicode_IS_ASCII(text)) {
        if (is_usual_datetime(PyUnicode_DATA(text), length)) {
            return 0;
        }
        if (length < 4 || digits_at(PyUnicode_DATA(text), 4) < 0) { /* every date begins with a year */
            reject(self->state);
            return -1;
        }
    }
    return check(self->state, self->string.tests, text);
}

static PyObject *
convert_string(Converter *self, PyObject *text)
{
    if (self->members != NULL) {
        PyObject *member = PyDict_GetItemWithError(self->members, text); /* borrowed */
        if (member != NULL || PyErr_Occurred()) {
            return Py_XNewRef(member);
        }
    }
    return check_string(self, text) < 0 ? NULL : made_string(self->state, &self->string, text);
}

/* Return *made*, a number that is taken (a reference is stolen), where it passes *tests*. */
static PyObject *
checked_number(Converter *self, PyObject *made, PyObject *tests)
{
    if (made != NULL && check(self->state, tests, made) < 0) {
        Py_CLEAR(made);
    }
    return made;
}

#define LARGE 1000000000000000000LL /* _script.LARGE: integers between this and its negative are taken at once */
#define MOST_DIGITS 4300            /* _numbers.MOST_DIGITS */

/* Return where the number for a small *value* is kept; NULL for others, and where none is. */
static inline PyObject **
place_of_int(Converter *self, long long value)
{
    return self->numbers != NULL && value >= 0 && value < SMALL_INTS ? &self->numbers->ints[value] : NULL;
}

/* Return the number for *value*, which is *number* where that is not NULL. */
static PyObject *
number_of_int(Converter *self, long long value, PyObject *number)
{
    PyObject **place = place_of_int(self, value);
    if (place != NULL && *place != NULL) {
        return Py_NewRef(*place);
    }
    if (value <= -LARGE || value >= LARGE || value < self->least || value > self->most) {
        return reject(self->state);
    }
    number = number == NULL ? PyLong_FromLongLong(value) : Py_NewRef(number);
    PyObject *made = number == NULL ? NULL : made_number(&self->number, number, NULL);
    Py_XDECREF(number);
    made = checked_number(self, made, self->int_tests);
    if (place != NULL && made != NULL) {
        Py_XSETREF(*place, Py_NewRef(made));
    }
    return made;
}

static PyObject *
convert_int(Converter *self, PyObject *number)
{
    int overflow;
    long long value = PyLong_AsLongLongAndOverflow(number, &overflow);
    return overflow ? reject(self->state) : number_of_int(self, value, number);
}

/* Return 0 where *number*, a Decimal, is finite and of an ordinary size; else -1 with an exception. */
static int
check_decimal(State *state, PyObject *number)
{
    PyObject *result = PyObject_CallMethod(number, "is_finite", NULL);
    int is_finite = result == NULL ? -1 : PyObject_IsTrue(result);
    Py_XDECREF(result);
    if (is_finite <= 0) {
        return is_finite < 0 ? -1 : (reject(state), -1);
    }
    result = PyObject_CallMethod(number, "adjusted", NULL);
    int overflow = 0;
    long adjusted = result == NULL ? -1 : PyLong_AsLongAndOverflow(result, &overflow);
    Py_XDECREF(result);
    if (adjusted == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (overflow || adjusted <= -MOST_DIGITS || adjusted >= MOST_DIGITS) {
        reject(state);
        return -1;
    }
    return 0;
}

static PyObject *
convert_decimal(Converter *self, PyObject *number)
{
    if (check_decimal(self->state, number) < 0) {
        return NULL;
    }
    return checked_number(self, made_number(&self->number, number, NULL), self->number.tests);
}

static PyObject *
convert_float(Converter *self, PyObject *number)
{
    double value = PyFloat_AS_DOUBLE(number);
    unsigned long long bits;
    if (!isfinite(value)) {
        return reject(self->state);
    }
    memcpy(&bits, &value, sizeof bits);
    size_t place = (size_t)((bits * 0x9E3779B97F4A7C15ULL) >> 54) % FLOATS_KEPT;
    Numbers *kept = self->numbers;
    if (kept != NULL && kept->floats[place] != NULL && kept->bits[place] == bits) {
        return Py_NewRef(kept->floats[place]);
    }
    PyObject *made = checked_number(self, made_of_float(self->state, &self->number, number), self->number.tests);
    if (kept != NULL && made != NULL) {
        kept->bits[place] = bits;
        Py_XSETREF(kept->floats[place], Py_NewRef(made));
    }
    return made;
}

/* Return *items*, a tuple that is taken (a reference is stolen), as an instance, where it passes the tests. */
static PyObject *
made_array(Converter *self, PyObject *items)
{
    PyObject *made = NULL;
    if (check(self->state, self->array.tests, items) == 0) {
        made = self->array.make == NULL ? made_by_base(&self->array, items, NULL)
                                        : PyObject_CallOneArg(self->array.make, items);
    }
    Py_DECREF(items);
    return made;
}

static PyObject *
convert_array(Converter *self, PyObject *array, int level)
{
    Py_ssize_t size = PySequence_Fast_GET_SIZE(array);
    PyObject *items = PyTuple_New(size);
    int has_watched = 0;
    if (items == NULL) {
        return NULL;
    }
    unwatch(items); /* while it is incomplete */
    for (Py_ssize_t index = 0; index < size; index++) {
        if (index >= PySequence_Fast_GET_SIZE(array)) { /* a list that another thread has made shorter */
            Py_DECREF(items);
            return reject(self->state);
        }
        PyObject *item = Py_NewRef(PySequence_Fast_GET_ITEM(array, index));
        PyObject *made = convert(self->item, item, level + 1);
        Py_DECREF(item);
        if (made == NULL) {
            Py_DECREF(items);
            return NULL;
        }
        has_watched = has_watched || is_watched(made);
        PyTuple_SET_ITEM(items, index, made);
    }
    PyObject *made = made_array(self, items);
    if (made != NULL && Py_TYPE(made) == self->array.cls) {
        settle(&self->array, made, has_watched);
    }
    return made;
}

/* Return whether the key of *field* has the text of *key*, an exact str that is another object. */
static int
has_text(Field *field, PyObject *key)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(key);
    if (!field->is_simple || !PyUnicode_IS_ASCII(key) || PyUnicode_GET_LENGTH(field->key) != length
        || memcmp(PyUnicode_DATA(field->key), PyUnicode_DATA(key), length) != 0) {
        return 0;
    }
    Py_XSETREF(field->alias, Py_NewRef(key));
    return 1;
}

/* Return the field of *key*, an exact str; NULL where there is none, or with an exception. *next* is where it is looked
 * for first: data mostly come in the order of the declaration. */
static inline Field *
field_of(Converter *self, PyObject *key, Py_ssize_t *next)
{
    Field *field = *next < self->field_count ? &self->fields[*next] : NULL;
    if (field == NULL || (field->key != key && field->alias != key && !has_text(field, key))) {
        PyObject *place = PyDict_GetItemWithError(self->places, key); /* borrowed */
        if (place == NULL) {
            return NULL;
        }
        field = &self->fields[PyLong_AsSsize_t(place)];
    }
    *next = field - self->fields + 1;
    return field;
}

static PyObject *
new_object(Converter *self)
{
    PyObject *object = PyDict_Type.tp_new(self->object.cls, self->state->no_arguments, NULL);
    if (object != NULL) {
        unwatch(object); /* while it is incomplete; adding members may turn that back */
    }
    return object;
}

static int
open_attributes(Converter *self)
{
    if (!self->is_opened) {
        PyObject *done = PyObject_CallOneArg(self->state->open_attributes, (PyObject *)self->object.cls);
        if (done == NULL) {
            return -1;
        }
        Py_DECREF(done);
        self->is_opened = 1;
    }
    return 0;
}

/* What is known of an object when all members are there. */
typedef struct {
    Py_ssize_t required; /* how many required properties it has */
    int has_undeclared, has_watched;
} Tally;

/* Return *object*, which is taken (a reference is stolen), where nothing is missing and it passes the tests. */
static PyObject *
finished_object(Converter *self, PyObject *object, const Tally *tally)
{
    int has_all = tally->required == self->required_count && !(self->is_closed && tally->has_undeclared);
    for (Py_ssize_t n = 0; has_all && self->required != NULL && n < PyTuple_GET_SIZE(self->required); n++) {
        has_all = PyDict_Contains(object, PyTuple_GET_ITEM(self->required, n)) == 1;
    }
    if (!has_all) {
        reject(self->state);
    }
    else if (check(self->state, self->object.tests, object) == 0
             && (!(tally->has_undeclared || self->opens_always) || open_attributes(self) == 0)) {
        settle(&self->object, object, tally->has_watched);
        return object;
    }
    Py_DECREF(object);
    return NULL;
}

/* Return the instance for the value *v* of *key*, and note in *tally* what it means for the object. */
static PyObject *
convert_member(Converter *self, PyObject *key, PyObject *v, int level, Py_ssize_t *next, Tally *tally)
{
    if (!PyUnicode_CheckExact(key)) {
        return reject(self->state); /* comparing it might run anything */
    }
    Field *field = field_of(self, key, next);
    if (field == NULL && PyErr_Occurred()) {
        return NULL;
    }
    if (field == NULL && self->is_closed) {
        return reject(self->state);
    }
    PyObject *made = convert(field == NULL ? self->undeclared : field->converter, v, level + 1);
    if (made != NULL) {
        tally->required += field != NULL && field->is_required;
        tally->has_undeclared = tally->has_undeclared || field == NULL;
        tally->has_watched = tally->has_watched || is_watched(made);
    }
    return made;
}

static PyObject *
convert_object(Converter *self, PyObject *data, int level)
{
    PyObject *key, *v, *object = new_object(self);
    Py_ssize_t position = 0, next = 0;
    Tally tally = {0, 0, 0};
    if (object == NULL) {
        return NULL;
    }
    /* A copy of the whole table, in which value after value is replaced: nobody else can change it meanwhile. */
    if (PyDict_Merge(object, data, 1) < 0) {
        Py_DECREF(object);
        return NULL;
    }
    unwatch(object);
    while (PyDict_Next(object, &position, &key, &v)) { /* both are borrowed from the object */
        PyObject *made = convert_member(self, key, v, level, &next, &tally);
        if (made == NULL || (made != v && PyDict_SetItem(object, key, made) < 0)) {
            Py_XDECREF(made);
            Py_DECREF(object);
            return NULL;
        }
        Py_DECREF(made);
    }
    return finished_object(self, object, &tally);
}

/* Return the object for keywords: declared ones in the order of the declaration, then the others. */
static PyObject *
convert_keywords(Converter *self, PyObject *keywords)
{
    PyObject *key, *v, *object = new_object(self);
    Py_ssize_t position = 0, next = 0;
    Tally tally = {0, 0, 0};
    if (object == NULL) {
        return NULL;
    }
    for (Py_ssize_t index = 0; index < self->field_count; index++) {
        key = self->fields[index].key;
        v = PyDict_GetItemWithError(keywords, key); /* borrowed from a dict that only the call knows */
        if (v == NULL && PyErr_Occurred()) {
            goto failed;
        }
        if (v != NULL) {
            next = index;
            PyObject *made = convert_member(self, key, v, 0, &next, &tally);
            if (made == NULL || PyDict_SetItem(object, key, made) < 0) {
                Py_XDECREF(made);
                goto failed;
            }
            Py_DECREF(made);
        }
    }
    if (PyDict_GET_SIZE(keywords) != PyDict_GET_SIZE(object)) {
        while (PyDict_Next(keywords, &position, &key, &v)) {
            int is_done = PyUnicode_CheckExact(key) ? PyDict_Contains(object, key) : 0;
            PyObject *made = is_done == 0 ? convert_member(self, key, v, 0, &next, &tally) : NULL;
            if (is_done < 0 || (is_done == 0 && (made == NULL || PyDict_SetItem(object, key, made) < 0))) {
                Py_XDECREF(made);
                goto failed;
            }
            Py_XDECREF(made);
        }
    }
    return finished_object(self, object, &tally);
failed:
    Py_DECREF(object);
    return NULL;
}

static PyObject *
convert_container(Converter *self, PyObject *v, int level)
{
    if (level >= MOST_LEVELS) {
        return reject(self->state);
    }
    if (Py_EnterRecursiveCall(" while converting data")) {
        return NULL;
    }
    PyObject *made = PyDict_CheckExact(v) ? convert_object(self, v, level) : convert_array(self, v, level);
    Py_LeaveRecursiveCall();
    return made;
}

/* Return which of the types *v* is, as plain data; 0 where it is none. */
static inline int
type_of(State *state, PyObject *v)
{
    PyTypeObject *cls = Py_TYPE(v);
    if (cls == &PyUnicode_Type) {
        return STRING;
    }
    if (cls == &PyDict_Type) {
        return OBJECT;
    }
    if (cls == &PyLong_Type || cls == &PyFloat_Type || (PyObject *)cls == state->decimal) {
        return NUMBER;
    }
    if (cls == &PyList_Type || cls == &PyTuple_Type) {
        return ARRAY;
    }
    if (cls == &PyBool_Type) {
        return BOOLEAN;
    }
    return v == Py_None ? NOTHING : cls == &PyBytes_Type ? BINARY : 0;
}

static PyObject *
convert_number(Converter *self, PyObject *v)
{
    return PyLong_CheckExact(v)    ? convert_int(self, v)
           : PyFloat_CheckExact(v) ? convert_float(self, v)
                                   : convert_decimal(self, v);
}

/* Return *v* where it is an instance of just the class; anything else is rejected. */
static PyObject *
convert_given(Converter *self, PyObject *v)
{
    int is_given = self->given == NULL ? 0 : PySet_Contains(self->given, (PyObject *)Py_TYPE(v));
    if (is_given < 0) {
        return NULL;
    }
    return is_given ? Py_NewRef(v) : reject(self->state);
}

static PyObject *
convert(Converter *self, PyObject *v, int level)
{
    if (!self->is_filled && fill_now(self) < 0) {
        return NULL;
    }
    if (self->twin != NULL) {
        return PyObject_CallOneArg(self->twin, v);
    }
    switch (type_of(self->state, v) & self->accepts) {
    case STRING:
        return convert_string(self, v);
    case OBJECT:
    case ARRAY:
        return convert_container(self, v, level);
    case NUMBER:
        return convert_number(self, v);
    case BOOLEAN:
        return Py_NewRef(v == Py_True ? self->true_ : self->false_);
    case NOTHING:
        return Py_NewRef(self->null);
    case BINARY:
        return PyObject_CallOneArg(self->make_bytes, v);
    default:
        return convert_given(self, v);
    }
}

/* converter(data), or converter(keywords, {}) as the twin of an object has it. */
static PyObject *
converter_vectorcall(PyObject *object, PyObject *const *args, size_t nargsf, PyObject *names)
{
    Converter *self = (Converter *)object;
    Py_ssize_t count = PyVectorcall_NARGS(nargsf);
    if (names != NULL || count < 1 || count > 2) {
        PyErr_SetString(PyExc_TypeError, "a converter takes data, or keywords and an empty dict");
        return NULL;
    }
    if (count == 1) {
        return convert(self, args[0], 0);
    }
    if (!self->is_filled && fill_now(self) < 0) {
        return NULL;
    }
    if (self->accepts != OBJECT || !PyDict_CheckExact(args[0])) {
        return reject(self->state);
    }
    return convert_keywords(self, args[0]);
}

/* ---- a quick look: _examination.Examiner ------------------------------------------------------------------- */

/* Where in the data a value is: below *above*, at *key*, or at *index* where there is no key. */
typedef struct Step {
    const struct Step *above;
    PyObject *key; /* borrowed */
    Py_ssize_t index;
} Step;

/* What was found: a list of tuples (path, value, schema class, rule), and whether all have a rule of their own. */
typedef struct {
    PyObject *places;
    int is_complete;
} Findings;

static int examine(Converter *self, PyObject *v, const Step *step, int level, Findings *found);

/* Return the path that ends with *step*, NULL for the root. */
static PyObject *
path_to(State *state, const Step *step)
{
    Py_ssize_t length = 1;
    for (const Step *above = step; above != NULL; above = above->above) {
        length++;
    }
    PyObject *path = PyTuple_New(length);
    if (path == NULL) {
        return NULL;
    }
    PyTuple_SET_ITEM(path, 0, Py_NewRef(state->root));
    for (; step != NULL; step = step->above) {
        PyObject *name = step->key != NULL ? Py_NewRef(step->key) : PyLong_FromSsize_t(step->index);
        if (name == NULL) {
            Py_DECREF(path);
            return NULL;
        }
        PyTuple_SET_ITEM(path, --length, name);
    }
    return path;
}

/* Note the place of *v*, which breaks *rule*, or of which the walk has to say more. */
static int
note(Converter *self, PyObject *v, const Step *step, PyObject *rule, Findings *found)
{
    PyObject *path = path_to(self->state, step);
    PyObject *place = path == NULL ? NULL : PyTuple_Pack(4, path, v, self->cls, rule);
    int result = place == NULL ? -1 : PyList_Append(found->places, place);
    Py_XDECREF(path);
    Py_XDECREF(place);
    found->is_complete = found->is_complete && rule != self->state->all && rule != self->state->outside;
    return result;
}

/* Return what a check that returned *result* has found: 1 where the value passes, 0 where it was rejected, and -1 with
 * any other exception. */
static int
passes(State *state, int result)
{
    if (result < 0 && PyErr_ExceptionMatches(state->rejected)) {
        PyErr_Clear();
        return 0;
    }
    return result < 0 ? -1 : 1;
}

/* Note each rule that *text* breaks. */
static int
note_broken_rules(Converter *self, PyObject *text, const Step *step, Findings *found)
{
    PyObject *rules = self->string_rules;
    Py_ssize_t before = PyList_GET_SIZE(found->places);
    if (rules != NULL && PyTuple_GET_SIZE(rules) == 1) { /* no need to ask which */
        return note(self, text, step, PyTuple_GET_ITEM(PyTuple_GET_ITEM(rules, 0), 1), found);
    }
    for (Py_ssize_t index = 0; rules != NULL && index < PyTuple_GET_SIZE(rules); index++) {
        PyObject *pair = PyTuple_GET_ITEM(rules, index); /* borrowed, as what is in it */
        PyObject *result = PyObject_CallOneArg(PyTuple_GET_ITEM(pair, 0), text);
        int holds = result == NULL ? -1 : PyObject_IsTrue(result);
        Py_XDECREF(result);
        if (holds < 0 || (holds == 0 && note(self, text, step, PyTuple_GET_ITEM(pair, 1), found) < 0)) {
            return -1;
        }
    }
    return PyList_GET_SIZE(found->places) > before ? 0 : note(self, text, step, self->state->all, found);
}

static int
examine_string(Converter *self, PyObject *text, const Step *step, Findings *found)
{
    int is_member = self->members == NULL ? 0 : PyDict_Contains(self->members, text);
    if (is_member != 0) {
        return is_member < 0 ? -1 : 0;
    }
    if (self->is_closed_enum) {
        return note(self, text, step, self->wrong, found);
    }
    int is_right = passes(self->state, check_string(self, text));
    return is_right > 0 ? 0 : is_right < 0 ? -1 : note_broken_rules(self, text, step, found);
}

/* Return whether *number* is one of the ordinary ones: 1 or 0, or -1 with an exception. */
static int
is_usual_number(State *state, PyObject *number)
{
    if (PyFloat_CheckExact(number)) {
        return isfinite(PyFloat_AS_DOUBLE(number)) != 0;
    }
    if (!PyLong_CheckExact(number)) {
        return passes(state, check_decimal(state, number));
    }
    int overflow;
    long long value = PyLong_AsLongLongAndOverflow(number, &overflow);
    return !overflow && value > -LARGE && value < LARGE;
}

static int
examine_number(Converter *self, PyObject *number, const Step *step, Findings *found)
{
    PyObject *made = convert_number(self, number);
    int is_right = passes(self->state, made == NULL ? -1 : 0);
    Py_XDECREF(made);
    return is_right > 0 ? 0 : is_right < 0 ? -1 : note(self, number, step, self->state->all, found);
}

/* Return whether *data* have all names that are required, and no others where those are forbidden; or -1 with an
 * exception. */
static int
has_right_names(Converter *self, PyObject *data)
{
    int has_all = 1;
    for (Py_ssize_t n = 0; has_all > 0 && n < self->field_count; n++) {
        has_all = self->fields[n].is_required ? PyDict_Contains(data, self->fields[n].key) : 1;
    }
    for (Py_ssize_t n = 0; has_all > 0 && self->required != NULL && n < PyTuple_GET_SIZE(self->required); n++) {
        has_all = PyDict_Contains(data, PyTuple_GET_ITEM(self->required, n));
    }
    PyObject *key, *v; /* borrowed from the data, which are a copy */
    Py_ssize_t position = 0;
    while (has_all > 0 && self->is_closed && PyDict_Next(data, &position, &key, &v)) {
        has_all = PyDict_Contains(self->places, key);
    }
    return has_all;
}

/* Look at *object*, a plain dict. */
static int
examine_object(Converter *self, PyObject *object, const Step *step, int level, Findings *found)
{
    PyObject *data = PyDict_Copy(object), *key, *v; /* a copy, which nobody can change meanwhile */
    Py_ssize_t position = 0, next = 0;
    if (data == NULL) {
        return -1;
    }
    while (PyDict_Next(data, &position, &key, &v)) {
        if (!PyUnicode_CheckExact(key)) {
            reject(self->state); /* comparing it might run anything */
            goto failed;
        }
    }
    int is_right = has_right_names(self, data);
    if (is_right > 0) {
        is_right = passes(self->state, check(self->state, self->object.tests, object));
    }
    if (is_right < 0 || (is_right == 0 && note(self, object, step, self->state->outside, found) < 0)) {
        goto failed;
    }
    position = 0;
    while (PyDict_Next(data, &position, &key, &v)) { /* both are borrowed from the copy */
        Field *field = field_of(self, key, &next);
        if (field == NULL && PyErr_Occurred()) {
            goto failed;
        }
        Step member = {step, key, 0};
        if ((field != NULL || !self->is_closed)
            && examine(field == NULL ? self->undeclared : field->converter, v, &member, level + 1, found) < 0) {
            goto failed;
        }
    }
    Py_DECREF(data);
    return 0;
failed:
    Py_DECREF(data);
    return -1;
}

/* Look at *array*, a plain list or tuple. */
static int
examine_array(Converter *self, PyObject *array, const Step *step, int level, Findings *found)
{
    int is_right = passes(self->state, check(self->state, self->array.tests, array));
    if (is_right < 0 || (is_right == 0 && note(self, array, step, self->state->outside, found) < 0)) {
        return -1;
    }
    Step member = {step, NULL, 0};
    for (; member.index < PySequence_Fast_GET_SIZE(array); member.index++) { /* a list may get shorter */
        PyObject *item = Py_NewRef(PySequence_Fast_GET_ITEM(array, member.index));
        int result = examine(self->item, item, &member, level + 1, found);
        Py_DECREF(item);
        if (result < 0) {
            return -1;
        }
    }
    return 0;
}

static int
examine_container(Converter *self, PyObject *v, const Step *step, int level, Findings *found)
{
    if (level >= MOST_LEVELS) {
        reject(self->state);
        return -1;
    }
    if (Py_EnterRecursiveCall(" while looking at data")) {
        return -1;
    }
    int result = PyDict_CheckExact(v) ? examine_object(self, v, step, level, found)
                                      : examine_array(self, v, step, level, found);
    Py_LeaveRecursiveCall();
    return result;
}

/* Look at *v*, which is no plain data, or a container where none is accepted. */
static int
examine_other(Converter *self, PyObject *v, const Step *step, Findings *found)
{
    int is_given = self->given == NULL ? 0 : PySet_Contains(self->given, (PyObject *)Py_TYPE(v));
    return is_given > 0 ? 0 : is_given < 0 ? -1 : note(self, v, step, self->state->all, found);
}

/* Note where *v* does not fit. */
static int
examine(Converter *self, PyObject *v, const Step *step, int level, Findings *found)
{
    if (!self->is_filled && fill_now(self) < 0) {
        return -1;
    }
    if (self->wrong == NULL) {
        return note(self, v, step, self->state->all, found);
    }
    int type = type_of(self->state, v);
    switch (type & self->accepts) {
    case STRING:
        return examine_string(self, v, step, found);
    case OBJECT:
    case ARRAY:
        return examine_container(self, v, step, level, found);
    case NUMBER:
        return examine_number(self, v, step, found);
    case BOOLEAN:
    case NOTHING:
    case BINARY:
        return 0;
    }
    int is_usual = type == NUMBER ? is_usual_number(self->state, v) : type == STRING || type == BOOLEAN || type == NOTHING;
    return is_usual > 0   ? note(self, v, step, self->wrong, found)
           : is_usual < 0 ? -1
                          : examine_other(self, v, step, found);
}

/* places(data): a list of tuples (path, value, schema class, rule), and whether it tells all. */
static PyObject *
converter_places(Converter *self, PyObject *data)
{
    Findings found = {PyList_New(0), 1};
    PyObject *result = NULL;
    if (found.places != NULL && examine(self, data, NULL, 0, &found) == 0) {
        result = PyTuple_Pack(2, found.places, found.is_complete ? Py_True : Py_False);
    }
    Py_XDECREF(found.places);
    return result;
}

/* ---- reading: _json.decode and a converter in one step ------------------------------------------------------- */

/* JSON text in UTF-8 from *place* to *end*. *keys* are the strings that were read as keys, each once, or NULL. */
typedef struct {
    State *state;
    const char *place, *end;
    PyObject *keys;
} Reader;

/* A string in the text, without its quotes. */
typedef struct {
    const char *start;
    Py_ssize_t length;
    int is_ascii, has_escapes;
} Span;

/* A number in the text. */
typedef struct {
    const char *start;
    Py_ssize_t length;
    int is_int;
} Digits;

#define LONGEST_NUMBER 1000  /* longer ones are left to the twin, with all the limits that it knows */
#define LONGEST_EXPONENT 3   /* its digits */

static PyObject *read_value(Reader *reader, Converter *converter, int level);
static PyObject *read_plain(Reader *reader, int level);

static inline void
skip_space(Reader *reader)
{
    while (reader->place < reader->end
           && (*reader->place == ' ' || *reader->place == '\n' || *reader->place == '\t' || *reader->place == '\r')) {
        reader->place++;
    }
}

/* Return whether *c* comes next, after white space, and go behind it if it does. */
static inline int
skip(Reader *reader, char c)
{
    skip_space(reader);
    if (reader->place < reader->end && *reader->place == c) {
        reader->place++;
        return 1;
    }
    return 0;
}

static int
skip_word(Reader *reader, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(reader->end - reader->place) < length || memcmp(reader->place, word, length) != 0) {
        return 0;
    }
    reader->place += length;
    return 1;
}

/* Read the rest of a string, behind its first quote; return whether it has an end and no raw control character. */
static int
scan_string(Reader *reader, Span *span)
{
    const char *place = reader->place;
    span->start = place;
    span->is_ascii = 1;
    span->has_escapes = 0;
    for (;; place++) {
        place = behind_plain(place, reader->end);
        if (place == reader->end) {
            return 0;
        }
        unsigned char c = (unsigned char)*place;
        if (c == '"') {
            span->length = place - span->start;
            reader->place = place + 1;
            return 1;
        }
        if (c < ' ') {
            return 0;
        }
        if (c == '\\') {
            span->has_escapes = 1;
            if (++place == reader->end) { /* whatever is escaped, it is not the last quote; what it is, is seen later */
                return 0;
            }
        }
        else if (c >= 0x80) {
            span->is_ascii = 0;
        }
    }
}

/* Return the four hexadecimal digits at *text*, of which *end* is the end, as a number; or -1. */
static int
hex_digits_at(const char *text, const char *end)
{
    int number = 0;
    if (end - text < 4) {
        return -1;
    }
    for (int index = 0; index < 4; index++) {
        char c = text[index];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) {
            return -1;
        }
        number = 16 * number + digit;
    }
    return number;
}

/* Write *c* in UTF-8 at *place*; return the place behind it. */
static char *
write_utf8(char *place, unsigned int c)
{
    if (c < 0x80) {
        *place++ = (char)c;
    }
    else if (c < 0x800) {
        *place++ = (char)(0xC0 | c >> 6);
        *place++ = (char)(0x80 | (c & 0x3F));
    }
    else if (c < 0x10000) {
        *place++ = (char)(0xE0 | c >> 12);
        *place++ = (char)(0x80 | (c >> 6 & 0x3F));
        *place++ = (char)(0x80 | (c & 0x3F));
    }
    else {
        *place++ = (char)(0xF0 | c >> 18);
        *place++ = (char)(0x80 | (c >> 12 & 0x3F));
        *place++ = (char)(0x80 | (c >> 6 & 0x3F));
        *place++ = (char)(0x80 | (c & 0x3F));
    }
    return place;
}

/* Read the escape behind a backslash at *text*, and write what it means at *place*. Returns the text behind it, or NULL
 * for what is no escape, and for half a surrogate pair, which is left to the twin. */
static const char *
unescape(const char *text, const char *end, char **place)
{
    static const char forms[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
    if (text >= end) {
        return NULL;
    }
    for (const char *form = forms; *form; form += 2) {
        if (*text == form[0]) {
            *(*place)++ = form[1];
            return text + 1;
        }
    }
    int unit = *text == 'u' ? hex_digits_at(text + 1, end) : -1;
    if (unit < 0) {
        return NULL;
    }
    text += 5;
    if (unit >= 0xD800 && unit < 0xDC00) {
        int low = end - text >= 6 && text[0] == '\\' && text[1] == 'u' ? hex_digits_at(text + 2, end) : -1;
        unit = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : 0xDFFF;
        text += unit > 0xFFFF ? 6 : 0;
    }
    if (unit >= 0xDC00 && unit <= 0xDFFF) {
        return NULL;
    }
    *place = write_utf8(*place, (unsigned int)unit);
    return text;
}

/* Return the str that *span* means. */
static PyObject *
string_of(Reader *reader, const Span *span)
{
    if (!span->has_escapes) {
        if (!span->is_ascii) {
            return PyUnicode_DecodeUTF8(span->start, span->length, NULL);
        }
        PyObject *string = PyUnicode_New(span->length, 127);
        if (string != NULL && span->length > 0) { /* there is one empty str for all */
            memcpy(PyUnicode_DATA(string), span->start, span->length);
        }
        return string;
    }
    char *buffer = PyMem_Malloc(span->length + 1), *place = buffer; /* an escape is longer than what it means */
    if (buffer == NULL) {
        return PyErr_NoMemory();
    }
    const char *text = span->start, *end = span->start + span->length;
    while (text != NULL && text < end) {
        if (*text == '\\') {
            text = unescape(text + 1, end, &place);
        }
        else {
            *place++ = *text++;
        }
    }
    PyObject *string = text == NULL ? reject(reader->state) : PyUnicode_DecodeUTF8(buffer, place - buffer, NULL);
    PyMem_Free(buffer);
    return string;
}

static int
skip_digits(Reader *reader)
{
    const char *start = reader->place;
    while (reader->place < reader->end && *reader->place >= '0' && *reader->place <= '9') {
        reader->place++;
    }
    return (int)Py_MIN(reader->place - start, LONGEST_NUMBER);
}

/* Read a number; return whether there is one, within the limits. */
static int
scan_number(Reader *reader, Digits *digits)
{
    digits->start = reader->place;
    digits->is_int = 1;
    if (reader->place < reader->end && *reader->place == '-') {
        reader->place++;
    }
    const char *first = reader->place;
    int count = skip_digits(reader);
    if (count == 0 || (*first == '0' && count > 1)) {
        return 0;
    }
    if (reader->place < reader->end && *reader->place == '.') {
        digits->is_int = 0;
        reader->place++;
        if (skip_digits(reader) == 0) {
            return 0;
        }
    }
    if (reader->place < reader->end && (*reader->place == 'e' || *reader->place == 'E')) {
        digits->is_int = 0;
        reader->place++;
        if (reader->place < reader->end && (*reader->place == '+' || *reader->place == '-')) {
            reader->place++;
        }
        count = skip_digits(reader);
        if (count == 0 || count > LONGEST_EXPONENT) {
            return 0;
        }
    }
    digits->length = reader->place - digits->start;
    return digits->length < LONGEST_NUMBER;
}

static PyObject *
text_of_digits(const Digits *digits)
{
    PyObject *text = PyUnicode_New(digits->length, 127);
    if (text != NULL) {
        memcpy(PyUnicode_DATA(text), digits->start, digits->length);
    }
    return text;
}

/* Return the plain number: an int or a Decimal. */
static PyObject *
plain_number(Reader *reader, const Digits *digits)
{
    PyObject *text = text_of_digits(digits);
    PyObject *number = text == NULL      ? NULL
                       : digits->is_int ? PyLong_FromUnicodeObject(text, 10)
                                         : PyObject_CallOneArg(reader->state->decimal, text);
    Py_XDECREF(text);
    return number;
}

#define MOST_DIGITS_AT_ONCE 18 /* of an int, which is less than LARGE then */

static PyObject *
read_number(Reader *reader, Converter *converter)
{
    Digits digits;
    if (!scan_number(reader, &digits)) {
        return reject(reader->state);
    }
    int is_negative = *digits.start == '-';
    int is_long = digits.is_int && digits.length - is_negative > MOST_DIGITS_AT_ONCE;
    if (converter->number.make != NULL || is_long) {
        PyObject *number = plain_number(reader, &digits);
        PyObject *made = number == NULL ? NULL : convert_number(converter, number);
        Py_XDECREF(number);
        return made;
    }
    if (digits.is_int) {
        long long value = 0;
        for (Py_ssize_t index = is_negative; index < digits.length; index++) {
            value = 10 * value + (digits.start[index] - '0');
        }
        return number_of_int(converter, is_negative ? -value : value, NULL);
    }
    PyObject *text = text_of_digits(&digits);
    PyObject *made = text == NULL ? NULL : made_by_base(&converter->number, text, NULL);
    Py_XDECREF(text);
    return checked_number(converter, made, converter->number.tests);
}

/* Return whether *text*, an ASCII str without escapes, is what comes before the next quote. */
static inline int
comes_next(const Reader *reader, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    return reader->end - reader->place > length && reader->place[length] == '"'
           && memcmp(reader->place, PyUnicode_DATA(text), length) == 0;
}

#define MEMBERS_TRIED 16

/* Return the member of a small enum whose text comes, borrowed, and go behind that; else NULL. */
static PyObject *
next_member(Reader *reader, Converter *converter)
{
    PyObject *text, *member; /* borrowed from the dict, which never changes */
    Py_ssize_t position = 0;
    if (converter->members == NULL || PyDict_GET_SIZE(converter->members) > MEMBERS_TRIED) {
        return NULL;
    }
    while (PyDict_Next(converter->members, &position, &text, &member)) {
        if (is_simple_text(text) && comes_next(reader, text)) {
            reader->place += PyUnicode_GET_LENGTH(text) + 1;
            return member;
        }
    }
    return NULL;
}

static PyObject *
read_string(Reader *reader, Converter *converter)
{
    Span span;
    PyObject *member = next_member(reader, converter);
    if (member != NULL) {
        return Py_NewRef(member);
    }
    if (!scan_string(reader, &span)) {
        return reject(reader->state);
    }
#if KNOWN_LAYOUTS
    int is_simple = span.is_ascii && !span.has_escapes && converter->string.is_plain && converter->members == NULL
                    && span.length >= converter->min_length && span.length <= converter->max_length;
    if (is_simple
        && (converter->is_datetime ? is_usual_datetime(span.start, span.length)
                                   : converter->string.tests == NULL || PyTuple_GET_SIZE(converter->string.tests) == 0)) {
        return made_in_one_block(reader->state, converter->string.cls, span.start, span.length, 1, 1);
    }
#endif
    PyObject *text = string_of(reader, &span);
    PyObject *made = text == NULL ? NULL : convert_string(converter, text);
    Py_XDECREF(text);
    return made;
}

/* The items of an array that was not read to its end yet. */
typedef struct {
    PyObject **items;
    Py_ssize_t count, room;
    PyObject *start[16];
} Items;

/* Add *item*, which is taken (a reference is stolen). */
static int
add_item(Items *items, PyObject *item)
{
    if (items->count == items->room) {
        size_t size = 2 * (size_t)items->room * sizeof(PyObject *);
        int is_start = items->items == items->start;
        PyObject **more = is_start ? PyMem_Malloc(size) : PyMem_Realloc(items->items, size);
        if (more == NULL) {
            Py_DECREF(item);
            PyErr_NoMemory();
            return -1;
        }
        if (is_start) {
            memcpy(more, items->start, sizeof items->start);
        }
        items->items = more;
        items->room *= 2;
    }
    items->items[items->count++] = item;
    return 0;
}

/* Return the items as a tuple, or NULL with an exception; either way nothing is left of them. */
static PyObject *
tuple_of(Items *items, int is_complete)
{
    PyObject *tuple = is_complete ? PyTuple_New(items->count) : NULL;
    for (Py_ssize_t index = 0; index < items->count; index++) {
        if (tuple != NULL) {
            PyTuple_SET_ITEM(tuple, index, items->items[index]);
        }
        else {
            Py_DECREF(items->items[index]);
        }
    }
    if (items->items != items->start) {
        PyMem_Free(items->items);
    }
    return tuple;
}

/* Read the rest of an array, behind its bracket, with the *converter* of its items, or as plain data without one. */
static PyObject *
read_items(Reader *reader, Converter *converter, int level, int *has_watched)
{
    Items items = {.count = 0, .room = 16};
    items.items = items.start;
    int is_complete = skip(reader, ']');
    while (!is_complete) {
        PyObject *item = converter == NULL ? read_plain(reader, level + 1) : read_value(reader, converter, level + 1);
        if (item == NULL) {
            break;
        }
        *has_watched = *has_watched || is_watched(item);
        if (add_item(&items, item) < 0) {
            break;
        }
        is_complete = skip(reader, ']');
        if (!is_complete && !skip(reader, ',')) {
            reject(reader->state);
            break;
        }
    }
    return tuple_of(&items, is_complete);
}

static PyObject *
read_array(Reader *reader, Converter *converter, int level)
{
    int has_watched = 0;
    PyObject *items = read_items(reader, converter->item, level, &has_watched);
    PyObject *made = items == NULL ? NULL : made_array(converter, items);
    if (made != NULL && Py_TYPE(made) == converter->array.cls) {
        settle(&converter->array, made, has_watched);
    }
    return made;
}

/* Return the key that *span* means; equal keys are one object, as json has it. */
static PyObject *
key_of(Reader *reader, const Span *span)
{
    PyObject *key = string_of(reader, span);
    if (key == NULL || (reader->keys == NULL && (reader->keys = PyDict_New()) == NULL)) {
        Py_XDECREF(key);
        return NULL;
    }
    PyObject *known = PyDict_SetDefault(reader->keys, key, key); /* borrowed */
    Py_XINCREF(known);
    Py_DECREF(key);
    return known;
}

#define FIELDS_TRIED 64 /* before a key is made and looked up: properties are often absent, or in another order */

/* Return the field whose key comes, and go behind that; NULL where it is none of those tried, from *next* on. */
static inline Field *
next_field(Reader *reader, Converter *converter, Py_ssize_t *next)
{
    Py_ssize_t index = *next, left = Py_MIN(FIELDS_TRIED, converter->field_count);
    for (; left > 0; left--, index++) {
        index = index < converter->field_count ? index : 0;
        Field *field = &converter->fields[index];
        if (field->is_simple && comes_next(reader, field->key)) {
            reader->place += PyUnicode_GET_LENGTH(field->key) + 1;
            *next = index + 1;
            return field;
        }
    }
    return NULL;
}

/* Return a key, with its quote and colon; or NULL with an exception. *field* is where the converter, which may be NULL,
 * looks first, and then the field that has the key, or NULL. */
static PyObject *
read_key(Reader *reader, Converter *converter, Py_ssize_t *next, Field **field)
{
    Span span;
    PyObject *key;
    if (!skip(reader, '"')) {
        return reject(reader->state);
    }
    *field = converter == NULL ? NULL : next_field(reader, converter, next);
    if (*field == NULL && !scan_string(reader, &span)) {
        return reject(reader->state);
    }
    key = *field != NULL ? Py_NewRef((*field)->key) : key_of(reader, &span);
    if (key != NULL && *field == NULL && converter != NULL) {
        *field = field_of(converter, key, next);
        if (*field != NULL) {
            Py_SETREF(key, Py_NewRef((*field)->key));
        }
        else if (PyErr_Occurred()) {
            Py_CLEAR(key);
        }
    }
    if (key != NULL && !skip(reader, ':')) {
        Py_DECREF(key);
        return reject(reader->state);
    }
    return key;
}

/* Read one member of an *object* and put it there; the last of several with the same key counts. */
static int
read_member(Reader *reader, Converter *converter, PyObject *object, int level, Py_ssize_t *next, Tally *tally)
{
    Field *field;
    PyObject *key = read_key(reader, converter, next, &field);
    if (key == NULL) {
        return -1;
    }
    Py_ssize_t before = PyDict_GET_SIZE(object);
    PyObject *made;
    if (converter == NULL) {
        made = read_plain(reader, level + 1);
    }
    else if (field == NULL && converter->is_closed) {
        made = reject(reader->state);
    }
    else {
        made = read_value(reader, field == NULL ? converter->undeclared : field->converter, level + 1);
    }
    int result = made == NULL ? -1 : PyDict_SetItem(object, key, made);
    if (result == 0 && converter != NULL) {
        tally->required += field != NULL && field->is_required && PyDict_GET_SIZE(object) > before;
        tally->has_undeclared = tally->has_undeclared || field == NULL;
        tally->has_watched = tally->has_watched || is_watched(made);
    }
    Py_XDECREF(made);
    Py_DECREF(key);
    return result;
}

/* Read the rest of an object, behind its brace, into *object*. */
static int
read_members(Reader *reader, Converter *converter, PyObject *object, int level, Tally *tally)
{
    Py_ssize_t next = 0;
    if (skip(reader, '}')) {
        return 0;
    }
    do {
        if (read_member(reader, converter, object, level, &next, tally) < 0) {
            return -1;
        }
    } while (skip(reader, ','));
    if (!skip(reader, '}')) {
        reject(reader->state);
        return -1;
    }
    return 0;
}

static PyObject *
read_object(Reader *reader, Converter *converter, int level)
{
    Tally tally = {0, 0, 0};
    PyObject *object = new_object(converter);
    if (object == NULL) {
        return NULL;
    }
    if (read_members(reader, converter, object, level, &tally) < 0) {
        Py_DECREF(object);
        return NULL;
    }
    return finished_object(converter, object, &tally);
}

/* Enter a container at *level*; return whether that is within the limits, and else raise. */
static int
enter(Reader *reader, int level)
{
    reader->place++; /* the brace or bracket */
    if (level >= MOST_LEVELS) {
        reject(reader->state);
        return 0;
    }
    return Py_EnterRecursiveCall(" while reading JSON") == 0;
}

/* Read a value as json.loads gives it, with exact decimals. */
static PyObject *
read_plain(Reader *reader, int level)
{
    skip_space(reader);
    char c = reader->place < reader->end ? *reader->place : '\0';
    if (c == '"') {
        Span span;
        reader->place++;
        return scan_string(reader, &span) ? string_of(reader, &span) : reject(reader->state);
    }
    if (c == '[' || c == '{') {
        int has_watched = 0;
        if (!enter(reader, level)) {
            return NULL;
        }
        PyObject *made = c == '[' ? read_items(reader, NULL, level, &has_watched) : PyDict_New();
        if (c == '{' && made != NULL && read_members(reader, NULL, made, level, NULL) < 0) {
            Py_CLEAR(made);
        }
        else if (c == '[' && made != NULL) {
            Py_SETREF(made, PySequence_List(made));
        }
        Py_LeaveRecursiveCall();
        return made;
    }
    if (c == 't' || c == 'f' || c == 'n') {
        if (!skip_word(reader, c == 't' ? "true" : c == 'f' ? "false" : "null")) {
            return reject(reader->state);
        }
        return Py_NewRef(c == 't' ? Py_True : c == 'f' ? Py_False : Py_None);
    }
    Digits digits;
    return scan_number(reader, &digits) ? plain_number(reader, &digits) : reject(reader->state);
}

/* Read plain data for the twin of a class that is not known here. */
static PyObject *
read_for_twin(Reader *reader, Converter *converter, int level)
{
    PyObject *data = read_plain(reader, level);
    PyObject *made = data == NULL ? NULL : PyObject_CallOneArg(converter->twin, data);
    Py_XDECREF(data);
    return made;
}

static PyObject *
read_container(Reader *reader, Converter *converter, int level)
{
    int is_object = *reader->place == '{';
    if (!enter(reader, level)) {
        return NULL;
    }
    PyObject *made = is_object ? read_object(reader, converter, level) : read_array(reader, converter, level);
    Py_LeaveRecursiveCall();
    return made;
}

static PyObject *
read_value(Reader *reader, Converter *converter, int level)
{
    if (!converter->is_filled && fill_now(converter) < 0) {
        return NULL;
    }
    if (converter->twin != NULL) {
        return read_for_twin(reader, converter, level);
    }
    skip_space(reader);
    char c = reader->place < reader->end ? *reader->place : '\0';
    int accepts = converter->accepts;
    if (c == '"' && accepts & STRING) {
        reader->place++;
        return read_string(reader, converter);
    }
    if ((c == '{' && accepts & OBJECT) || (c == '[' && accepts & ARRAY)) {
        return read_container(reader, converter, level);
    }
    if ((c == 't' || c == 'f') && accepts & BOOLEAN && skip_word(reader, c == 't' ? "true" : "false")) {
        return Py_NewRef(c == 't' ? converter->true_ : converter->false_);
    }
    if (c == 'n' && accepts & NOTHING && skip_word(reader, "null")) {
        return Py_NewRef(converter->null);
    }
    if ((c == '-' || (c >= '0' && c <= '9')) && accepts & NUMBER) {
        return read_number(reader, converter);
    }
    return reject(reader->state);
}

/* read(text): the instance for JSON text, exact bytes or str. */
static PyObject *
converter_read(Converter *self, PyObject *text)
{
    Reader reader = {.state = self->state, .keys = NULL};
    PyObject *bytes = NULL, *made = NULL;
    if (PyUnicode_CheckExact(text) && !PyUnicode_IS_ASCII(text)) {
        bytes = PyUnicode_AsUTF8String(text);
    }
    else if (PyBytes_CheckExact(text)) {
        bytes = Py_NewRef(text);
    }
    else if (!PyUnicode_CheckExact(text)) {
        return reject(self->state);
    }
    else {
        reader.place = PyUnicode_DATA(text);
        reader.end = reader.place + PyUnicode_GET_LENGTH(text);
    }
    if (bytes != NULL) {
        reader.place = PyBytes_AS_STRING(bytes);
        reader.end = reader.place + PyBytes_GET_SIZE(bytes);
    }
    if (reader.place != NULL) {
        made = read_value(&reader, self, 0);
        skip_space(&reader);
        if (made != NULL && reader.place != reader.end) {
            Py_CLEAR(made);
            reject(self->state);
        }
    }
    Py_XDECREF(reader.keys);
    Py_XDECREF(bytes);
    return made;
}

/* ---- filling a converter: _compiled.settings ----------------------------------------------------------------- */

/* What `fill` takes, by the name of the setting; a reference is held to each. */
typedef struct {
    const char *name;
    size_t offset;
    PyTypeObject *type; /* of the setting, borrowed; NULL for any */
} Part;

static const Part PARTS[] = {
    {"twin", offsetof(Converter, twin), NULL},
    {"given", offsetof(Converter, given), &PyFrozenSet_Type},
    {"string", offsetof(Converter, string.cls), &PyType_Type},
    {"string_make", offsetof(Converter, string.make), NULL},
    {"string_tests", offsetof(Converter, string.tests), &PyTuple_Type},
    {"number", offsetof(Converter, number.cls), &PyType_Type},
    {"number_make", offsetof(Converter, number.make), NULL},
    {"number_tests", offsetof(Converter, number.tests), &PyTuple_Type},
    {"int_tests", offsetof(Converter, int_tests), &PyTuple_Type},
    {"array", offsetof(Converter, array.cls), &PyType_Type},
    {"array_make", offsetof(Converter, array.make), NULL},
    {"array_tests", offsetof(Converter, array.tests), &PyTuple_Type},
    {"object", offsetof(Converter, object.cls), &PyType_Type},
    {"object_tests", offsetof(Converter, object.tests), &PyTuple_Type},
    {"true", offsetof(Converter, true_), NULL},
    {"false", offsetof(Converter, false_), NULL},
    {"null", offsetof(Converter, null), NULL},
    {"make_bytes", offsetof(Converter, make_bytes), NULL},
    {"members", offsetof(Converter, members), &PyDict_Type},
    {"wrong", offsetof(Converter, wrong), &PyTuple_Type},
    {"string_rules", offsetof(Converter, string_rules), &PyTuple_Type},
    {"places", offsetof(Converter, places), &PyDict_Type},
    {"required", offsetof(Converter, required), &PyTuple_Type},
    {NULL, 0, NULL},
};

static inline PyObject **
part_of(Converter *self, const Part *part)
{
    return (PyObject **)((char *)self + part->offset);
}

/* Set *number* to the setting *name*, where there is one. */
static int
take_number(PyObject *settings, const char *name, long long *number)
{
    PyObject *setting = PyDict_GetItemString(settings, name); /* borrowed */
    if (setting != NULL) {
        *number = PyLong_AsLongLong(setting);
    }
    return setting != NULL && *number == -1 && PyErr_Occurred() ? -1 : 0;
}

static int
take_converter(Converter *self, PyObject *thing, Converter **place)
{
    if (thing != NULL && Py_TYPE(thing) != self->state->converter_class) {
        PyErr_SetString(PyExc_TypeError, "expected a converter");
        return -1;
    }
    Py_XSETREF(*place, (Converter *)Py_XNewRef(thing));
    return 0;
}

static void
drop_fields(Converter *self)
{
    while (self->field_count > 0) {
        Field *field = &self->fields[--self->field_count];
        Py_CLEAR(field->key);
        Py_CLEAR(field->alias);
        Py_CLEAR(field->converter);
    }
    PyMem_Free(self->fields);
    self->fields = NULL;
    self->required_count = 0;
}

/* Take the fields from *entries*, a tuple of tuples (key, converter, whether it is required). */
static int
take_fields(Converter *self, PyObject *entries)
{
    if (!PyTuple_CheckExact(entries)) {
        PyErr_SetString(PyExc_TypeError, "expected a tuple of fields");
        return -1;
    }
    Py_ssize_t count = PyTuple_GET_SIZE(entries);
    drop_fields(self); /* those of an attempt that failed */
    self->fields = PyMem_Calloc(count + 1, sizeof(Field));
    if (self->fields == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t index = 0; index < count; index++) {
        PyObject *entry = PyTuple_GET_ITEM(entries, index); /* borrowed */
        if (!PyTuple_CheckExact(entry) || PyTuple_GET_SIZE(entry) != 3
            || !PyUnicode_CheckExact(PyTuple_GET_ITEM(entry, 0))) {
            PyErr_SetString(PyExc_TypeError, "expected a key, a converter and whether it is required");
            return -1;
        }
        Field *field = &self->fields[self->field_count++]; /* counted first, so that it is cleared in any case */
        field->key = Py_NewRef(PyTuple_GET_ITEM(entry, 0));
        field->is_required = PyTuple_GET_ITEM(entry, 2) == Py_True;
        field->is_simple = is_simple_text(field->key);
        self->required_count += field->is_required;
        if (take_converter(self, PyTuple_GET_ITEM(entry, 1), &field->converter) < 0) {
            return -1;
        }
    }
    return 0;
}

static void
complete_kind(Kind *kind, PyTypeObject *base, PyTypeObject *plain)
{
    kind->base = base;
    kind->is_plain = kind->cls != NULL && kind->make == NULL && adds_nothing(kind->cls, plain);
}

/* Take the constants away from the collector where they refer to their class alone. */
static void
unwatch_constants(Converter *self)
{
    PyObject *constants[] = {self->true_, self->false_, self->null}, *key, *member;
    PyObject *bases[] = {self->state->boolean, self->state->boolean, self->state->null};
    Py_ssize_t position = 0;
    for (int index = 0; index < 3; index++) {
        if (constants[index] != NULL && adds_nothing(Py_TYPE(constants[index]), (PyTypeObject *)bases[index])) {
            unwatch(constants[index]);
        }
    }
    while (self->members != NULL && PyDict_Next(self->members, &position, &key, &member)) {
        if (PyUnicode_Check(member) && adds_nothing(Py_TYPE(member), &PyUnicode_Type)) {
            unwatch(member);
        }
    }
}

/* Return whether *rules*, a tuple or NULL, has pairs alone; else raise. */
static int
are_pairs(PyObject *rules)
{
    for (Py_ssize_t index = 0; rules != NULL && index < PyTuple_GET_SIZE(rules); index++) {
        PyObject *rule = PyTuple_GET_ITEM(rules, index); /* borrowed */
        if (!PyTuple_CheckExact(rule) || PyTuple_GET_SIZE(rule) != 2) {
            PyErr_SetString(PyExc_TypeError, "expected tests with their rules");
            return 0;
        }
    }
    return 1;
}

/* Take the settings of everything that is not in PARTS. */
static int
take_rest(Converter *self, PyObject *settings)
{
    long long flags = 0, least_length = 0, most_length = PY_SSIZE_T_MAX;
    self->least = -LARGE;
    self->most = LARGE;
    PyObject *fields = PyDict_GetItemString(settings, "fields"); /* borrowed */
    if (take_number(settings, "flags", &flags) < 0 || take_number(settings, "min_length", &least_length) < 0
        || take_number(settings, "max_length", &most_length) < 0 || take_number(settings, "least", &self->least) < 0
        || take_number(settings, "most", &self->most) < 0
        || take_converter(self, PyDict_GetItemString(settings, "item"), &self->item) < 0
        || take_converter(self, PyDict_GetItemString(settings, "undeclared"), &self->undeclared) < 0) {
        return -1;
    }
    if (fields != NULL && take_fields(self, fields) < 0) {
        return -1;
    }
    self->min_length = (Py_ssize_t)least_length;
    self->max_length = (Py_ssize_t)most_length;
    self->is_closed_enum = flags & 1;
    self->is_datetime = (flags & 2) != 0;
    self->is_closed = (flags & 4) != 0;
    self->opens_always = (flags & 8) != 0;
    return 0;
}

/* Return the types whose settings are all there. */
static int
accepted_types(Converter *self)
{
    int has_members = self->undeclared != NULL && self->places != NULL && self->fields != NULL;
    return (self->string.cls != NULL ? STRING : 0) | (self->object.cls != NULL && has_members ? OBJECT : 0)
           | (self->number.cls != NULL ? NUMBER : 0) | (self->true_ != NULL && self->false_ != NULL ? BOOLEAN : 0)
           | (self->null != NULL ? NOTHING : 0) | (self->array.cls != NULL && self->item != NULL ? ARRAY : 0)
           | (self->make_bytes != NULL ? BINARY : 0);
}

/* fill(settings): nothing here runs Python code or makes what the collector knows, so no other thread sees a half of
 * it. A converter that is filled already stays as it is. */
static PyObject *
converter_fill(Converter *self, PyObject *settings)
{
    if (self->is_filled) {
        Py_RETURN_NONE;
    }
    if (!PyDict_CheckExact(settings)) {
        PyErr_SetString(PyExc_TypeError, "expected a dict of settings");
        return NULL;
    }
    for (const Part *part = PARTS; part->name != NULL; part++) {
        PyObject *setting = PyDict_GetItemString(settings, part->name); /* borrowed */
        if (setting != NULL && part->type != NULL && !PyObject_TypeCheck(setting, part->type)) {
            PyErr_Format(PyExc_TypeError, "expected %s as %s", part->type->tp_name, part->name);
            return NULL;
        }
        Py_XSETREF(*part_of(self, part), Py_XNewRef(setting));
    }
    if (!are_pairs(self->string_rules) || take_rest(self, settings) < 0) {
        return NULL;
    }
    State *state = self->state;
    complete_kind(&self->string, &PyUnicode_Type, &PyUnicode_Type);
    complete_kind(&self->number, (PyTypeObject *)state->decimal, (PyTypeObject *)state->decimal);
    if (self->number.is_plain && self->numbers == NULL) {
        self->numbers = PyMem_Calloc(1, sizeof(Numbers)); /* without the memory, nothing is kept */
    }
    complete_kind(&self->array, &PyTuple_Type, &PyTuple_Type);
    complete_kind(&self->object, &PyDict_Type, (PyTypeObject *)state->object);
    unwatch_constants(self);
    self->accepts = accepted_types(self);
    self->is_filled = 1;
    Py_RETURN_NONE;
}

static PyObject *
converter_new(PyTypeObject *cls, PyObject *args, PyObject *Py_UNUSED(keywords))
{
    PyObject *schema, *fill;
    State *state = PyType_GetModuleState(cls);
    if (state == NULL || !PyArg_ParseTuple(args, "OO", &schema, &fill)) {
        return NULL;
    }
    if (state->decimal == NULL || state->boolean == NULL || state->null == NULL || state->object == NULL
        || state->whole == NULL || state->exact == NULL || state->open_attributes == NULL || state->all == NULL
        || state->outside == NULL) {
        PyErr_SetString(PyExc_RuntimeError, "the extension is not configured");
        return NULL;
    }
    Converter *self = (Converter *)cls->tp_alloc(cls, 0);
    if (self != NULL) {
        self->vectorcall = converter_vectorcall;
        self->state = state;
        self->cls = Py_NewRef(schema);
        self->fill = Py_NewRef(fill);
    }
    return (PyObject *)self;
}

static int
converter_traverse(Converter *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(self->cls);
    Py_VISIT(self->fill);
    Py_VISIT(self->item);
    Py_VISIT(self->undeclared);
    for (const Part *part = PARTS; part->name != NULL; part++) {
        Py_VISIT(*part_of(self, part));
    }
    for (Py_ssize_t index = 0; index < self->field_count; index++) {
        Py_VISIT(self->fields[index].converter);
    }
    return 0;
}

static void
drop_numbers(Converter *self)
{
    Numbers *kept = self->numbers;
    self->numbers = NULL;
    for (int index = 0; kept != NULL && index < SMALL_INTS; index++) {
        Py_CLEAR(kept->ints[index]);
    }
    for (int index = 0; kept != NULL && index < FLOATS_KEPT; index++) {
        Py_CLEAR(kept->floats[index]);
    }
    PyMem_Free(kept);
}

static int
converter_clear(Converter *self)
{
    self->is_filled = 0; /* and without `fill` it stays so: from now on everything is rejected */
    self->accepts = 0;
    drop_numbers(self);
    Py_CLEAR(self->cls);
    Py_CLEAR(self->fill);
    Py_CLEAR(self->item);
    Py_CLEAR(self->undeclared);
    for (const Part *part = PARTS; part->name != NULL; part++) {
        Py_CLEAR(*part_of(self, part));
    }
    drop_fields(self);
    return 0;
}

static void
converter_dealloc(Converter *self)
{
    PyTypeObject *cls = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    (void)converter_clear(self);
    cls->tp_free(self);
    Py_DECREF(cls);
}

static PyMethodDef converter_methods[] = {
    {"read", (PyCFunction)converter_read, METH_O, "Return the instance for JSON text, or raise anything at all."},
    {"places", (PyCFunction)converter_places, METH_O, "Return where data do not fit, or raise anything at all."},
    {"fill", (PyCFunction)converter_fill, METH_O, "Take what _compiled.settings gives for the class, once."},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef converter_members[] = {
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(Converter, vectorcall), READONLY, NULL},
    {"cls", T_OBJECT_EX, offsetof(Converter, cls), READONLY, "the schema class"},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot converter_slots[] = {
    {Py_tp_new, converter_new},
    {Py_tp_call, PyVectorcall_Call},
    {Py_tp_traverse, converter_traverse},
    {Py_tp_clear, converter_clear},
    {Py_tp_dealloc, converter_dealloc},
    {Py_tp_methods, converter_methods},
    {Py_tp_members, converter_members},
    {0, NULL},
};

static PyType_Spec converter_spec = {
    .name = "flat_api.schemas._speedups.Converter",
    .basicsize = sizeof(Converter),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
    .slots = converter_slots,
};

/* ---- writing: _json._encode ---------------------------------------------------------------------------------- */

/* The text that was written so far: *length* of *room* bytes at *text*, which is *start* until that is full. */
typedef struct {
    State *state;
    char *text;
    Py_ssize_t length, room;
    char start[1024];
} Writer;

/* Return where to write up to *more* bytes, or NULL with an exception. */
static char *
reserved(Writer *writer, Py_ssize_t more)
{
    if (more > writer->room - writer->length) {
        if (more > PY_SSIZE_T_MAX / 4 - writer->length) {
            PyErr_NoMemory();
            return NULL;
        }
        Py_ssize_t room = 2 * (writer->length + more);
        int is_start = writer->text == writer->start;
        char *text = is_start ? PyMem_Malloc(room) : PyMem_Realloc(writer->text, room);
        if (text == NULL) {
            PyErr_NoMemory();
            return NULL;
        }
        if (is_start) {
            memcpy(text, writer->start, writer->length);
        }
        writer->text = text;
        writer->room = room;
    }
    return writer->text + writer->length;
}

static int
write_bytes(Writer *writer, const char *bytes, Py_ssize_t length)
{
    char *place = reserved(writer, length);
    if (place == NULL) {
        return -1;
    }
    memcpy(place, bytes, length);
    writer->length += length;
    return 0;
}

static char *
write_unit(char *place, unsigned int unit)
{
    static const char digits[] = "0123456789abcdef";
    *place++ = '\\';
    *place++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
        *place++ = digits[(unit >> shift) & 15];
    }
    return place;
}

/* Write an escape for *c*, of at most twelve bytes, at *place*; return the place behind it. */
static char *
write_escape(char *place, Py_UCS4 c)
{
    static const char short_forms[] = "\bb\tt\nn\ff\rr\"\"\\\\";
    for (const char *form = short_forms; *form; form += 2) {
        if (c == (unsigned char)form[0]) {
            *place++ = '\\';
            *place++ = form[1];
            return place;
        }
    }
    if (c < 0x10000) {
        return write_unit(place, c);
    }
    place = write_unit(place, 0xD800 + ((c - 0x10000) >> 10));
    return write_unit(place, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

#define CHARACTERS_AT_ONCE 4096

static int
write_string(Writer *writer, PyObject *string)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(string), index = 0;
    int kind = PyUnicode_KIND(string);
    const void *data = PyUnicode_DATA(string);
    if (write_bytes(writer, "\"", 1) < 0) {
        return -1;
    }
    while (index < length) {
        Py_ssize_t end = length - index > CHARACTERS_AT_ONCE ? index + CHARACTERS_AT_ONCE : length;
        char *start = reserved(writer, (end - index) * (kind == PyUnicode_4BYTE_KIND ? 12 : 6));
        if (start == NULL) {
            return -1;
        }
        char *place = start;
        for (; index < end; index++) {
            if (kind == PyUnicode_1BYTE_KIND) {
                const char *from = (const char *)data + index, *to = behind_plain(from, (const char *)data + end);
                memcpy(place, from, to - from);
                place += to - from;
                index += to - from;
                if (index == end) {
                    break;
                }
            }
            Py_UCS4 c = PyUnicode_READ(kind, data, index);
            if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
                *place++ = (char)c;
            }
            else {
                place = write_escape(place, c);
            }
        }
        writer->length += place - start;
    }
    return write_bytes(writer, "\"", 1);
}

static int write_value(Writer *writer, PyObject *v, int level);

/* Return whether the items of *object* are found as those of a dict: a class may have an `items` of its own. Returns 1
 * or 0, or -1 with an exception. */
static int
is_written_as_dict(State *state, PyObject *object)
{
    PyTypeObject *cls = Py_TYPE(object);
#if KNOWN_LAYOUTS
    KnownClass *known = &state->written[((size_t)cls >> 6) % CLASSES_KEPT];
    if (known->cls == cls && known->version != 0 && known->version == cls->tp_version_tag) {
        return 1;
    }
    int is_plain = has_own_of_dict(cls, state->items, state->dict_items);
    if (is_plain > 0) {
        known->cls = cls;
        known->version = cls->tp_version_tag;
    }
    return is_plain;
#else
    return has_own_of_dict(cls, state->items, state->dict_items);
#endif
}

static int
write_object(Writer *writer, PyObject *object, int level)
{
    PyObject *key, *value; /* borrowed from the object, which another thread may change where it is a plain dict */
    Py_ssize_t position = 0;
    int is_plain = is_written_as_dict(writer->state, object);
    if (is_plain <= 0) {
        return is_plain < 0 ? -1 : (reject(writer->state), -1);
    }
    const char *before = "{";
    while (PyDict_Next(object, &position, &key, &value)) {
        if (!PyUnicode_Check(key)) {
            reject(writer->state);
            return -1;
        }
        Py_INCREF(value);
        int failed = write_bytes(writer, before, 1) < 0 || write_string(writer, key) < 0
                     || write_bytes(writer, ":", 1) < 0 || write_value(writer, value, level + 1) < 0;
        Py_DECREF(value);
        if (failed) {
            return -1;
        }
        before = ",";
    }
    return *before == '{' ? write_bytes(writer, "{}", 2) : write_bytes(writer, "}", 1);
}

static int
write_array(Writer *writer, PyObject *array, int level)
{
    if (Py_TYPE(array)->tp_iter != (PyTuple_Check(array) ? PyTuple_Type.tp_iter : PyList_Type.tp_iter)) {
        reject(writer->state); /* a class may have an __iter__ of its own */
        return -1;
    }
    const char *before = "[";
    for (Py_ssize_t index = 0; index < PySequence_Fast_GET_SIZE(array); index++) { /* a list may get shorter */
        PyObject *value = Py_NewRef(PySequence_Fast_GET_ITEM(array, index));
        int failed = write_bytes(writer, before, 1) < 0 || write_value(writer, value, level + 1) < 0;
        Py_DECREF(value);
        if (failed) {
            return -1;
        }
        before = ",";
    }
    return *before == '[' ? write_bytes(writer, "[]", 2) : write_bytes(writer, "]", 1);
}

/* Write *text*, which is taken (a reference is stolen; NULL for an exception), where it is that of a finite number. */
static int
write_number_text(Writer *writer, PyObject *text)
{
    if (text == NULL) {
        return -1;
    }
    int result = -1;
    Py_ssize_t length = PyUnicode_Check(text) ? PyUnicode_GET_LENGTH(text) : 0;
    if (length > 0 && PyUnicode_IS_ASCII(text)) {
        const char *digits = PyUnicode_DATA(text);
        const char first = digits[0] == '-' && length > 1 ? digits[1] : digits[0];
        if (first >= '0' && first <= '9') { /* not NaN or Infinity */
            result = write_bytes(writer, digits, length);
        }
    }
    if (result < 0 && !PyErr_Occurred()) {
        reject(writer->state);
    }
    Py_DECREF(text);
    return result;
}

static int
write_decimal(Writer *writer, PyObject *number)
{
    State *state = writer->state;
    PyObject *text = ((PyTypeObject *)state->decimal)->tp_str(number); /* whatever __str__ a subclass has */
    if (text != NULL && PyUnicode_GET_LENGTH(text) > SHORT_TEXT) {
        char first = *(const char *)PyUnicode_DATA(text);
        if ((first >= '0' && first <= '9') || first == '-') {
            Py_SETREF(text, state->shortest == NULL ? reject(state) : PyObject_CallOneArg(state->shortest, text));
        }
    }
    return write_number_text(writer, text);
}

/* Write a plain Python number. */
static int
write_plain_number(Writer *writer, PyObject *number)
{
    if (PyFloat_CheckExact(number)) {
        return write_number_text(writer, PyFloat_Type.tp_repr(number));
    }
    int overflow;
    long long small = PyLong_AsLongLongAndOverflow(number, &overflow);
    if (overflow || (small == -1 && PyErr_Occurred())) {
        reject(writer->state);
        return -1;
    }
    char digits[24];
    int length = PyOS_snprintf(digits, sizeof digits, "%lld", small);
    return write_bytes(writer, digits, length);
}

static int
write_container(Writer *writer, PyObject *v, int level)
{
    if (level >= MOST_LEVELS || Py_EnterRecursiveCall(" while writing JSON")) {
        if (!PyErr_Occurred()) {
            reject(writer->state);
        }
        return -1;
    }
    int result = PyDict_Check(v) ? write_object(writer, v, level) : write_array(writer, v, level);
    Py_LeaveRecursiveCall();
    return result;
}

static int
write_value(Writer *writer, PyObject *v, int level)
{
    State *state = writer->state;
    if (PyUnicode_Check(v)) {
        return write_string(writer, v);
    }
    if (PyDict_Check(v) || PyTuple_Check(v) || PyList_Check(v)) {
        return write_container(writer, v, level);
    }
    if (is_made_of(v, state->decimal)) {
        return write_decimal(writer, v);
    }
    if (v == Py_True || v == Py_False || is_made_of(v, state->boolean)) {
        int truth = PyObject_IsTrue(v);
        return truth < 0 ? -1 : truth ? write_bytes(writer, "true", 4) : write_bytes(writer, "false", 5);
    }
    if (v == Py_None || is_made_of(v, state->null)) {
        return write_bytes(writer, "null", 4);
    }
    if (PyLong_CheckExact(v) || PyFloat_CheckExact(v)) {
        return write_plain_number(writer, v);
    }
    reject(state);
    return -1;
}

static PyObject *
speedups_encode(PyObject *module, PyObject *value)
{
    Writer writer;
    writer.state = PyModule_GetState(module);
    writer.text = writer.start;
    writer.length = 0;
    writer.room = sizeof writer.start;
    PyObject *text = NULL;
    if (write_value(&writer, value, 0) == 0) {
        text = PyUnicode_New(writer.length, 127);
        if (text != NULL) {
            memcpy(PyUnicode_DATA(text), writer.text, writer.length);
        }
    }
    if (writer.text != writer.start) {
        PyMem_Free(writer.text);
    }
    return text;
}

/* ---- the module ---------------------------------------------------------------------------------------------- */

static PyObject *
speedups_configure(PyObject *module, PyObject *args, PyObject *settings)
{
    State *state = PyModule_GetState(module);
    PyObject *name, *thing; /* borrowed */
    Py_ssize_t position = 0;
    if (PyTuple_GET_SIZE(args) > 0 || settings == NULL) {
        PyErr_SetString(PyExc_TypeError, "configure takes keywords");
        return NULL;
    }
    while (PyDict_Next(settings, &position, &name, &thing)) {
        const Setting *setting = SETTINGS;
        while (setting->name != NULL && PyUnicode_CompareWithASCIIString(name, setting->name) != 0) {
            setting++;
        }
        if (setting->name == NULL || (setting->is_class && !PyType_Check(thing))) {
            PyErr_Format(PyExc_TypeError, "configure does not take this for %R", name);
            return NULL;
        }
        Py_XSETREF(*setting_of(state, setting), Py_NewRef(thing));
    }
    Py_RETURN_NONE;
}

static int
speedups_exec(PyObject *module)
{
    State *state = PyModule_GetState(module);
    state->items = PyUnicode_InternFromString("items");
    state->getitem = PyUnicode_InternFromString("__getitem__");
    state->root = PyUnicode_InternFromString("args[0]");
    if (state->items == NULL || state->getitem == NULL || state->root == NULL) {
        return -1;
    }
    state->dict_items = PyObject_GetAttr((PyObject *)&PyDict_Type, state->items);
    state->dict_getitem = PyObject_GetAttr((PyObject *)&PyDict_Type, state->getitem);
    state->rejected = PyErr_NewException("flat_api.schemas._speedups.Rejected", NULL, NULL);
    if (state->dict_items == NULL || state->dict_getitem == NULL || state->rejected == NULL) {
        return -1;
    }
    state->no_arguments = PyTuple_New(0);
    state->converter_class = (PyTypeObject *)PyType_FromModuleAndSpec(module, &converter_spec, NULL);
    if (state->no_arguments == NULL || state->converter_class == NULL) {
        return -1;
    }
#if KNOWN_LAYOUTS
    state->string_shell = (PyTypeObject *)PyType_FromModuleAndSpec(module, &shell_spec, NULL);
    if (state->string_shell == NULL) {
        return -1;
    }
#endif
    PyObject *property_class = made_property_class(module);
    int is_added = property_class != NULL && PyModule_AddObjectRef(module, "ItemProperty", property_class) == 0;
    Py_XDECREF(property_class);
    if (!is_added || PyModule_AddObjectRef(module, "Rejected", state->rejected) < 0
        || PyModule_AddObjectRef(module, "Converter", (PyObject *)state->converter_class) < 0
        || PyModule_AddIntMacro(module, INTERFACE) < 0) {
        return -1;
    }
    return 0;
}

static int
speedups_traverse(PyObject *module, visitproc visit, void *arg)
{
    State *state = PyModule_GetState(module);
    for (const Setting *setting = SETTINGS; setting->name != NULL; setting++) {
        Py_VISIT(*setting_of(state, setting));
    }
    Py_VISIT(state->rejected);
    Py_VISIT(state->dict_items);
    Py_VISIT(state->dict_getitem);
    Py_VISIT(state->converter_class);
    Py_VISIT(state->string_shell);
    return 0;
}

static int
speedups_clear(PyObject *module)
{
    State *state = PyModule_GetState(module);
    for (const Setting *setting = SETTINGS; setting->name != NULL; setting++) {
        Py_CLEAR(*setting_of(state, setting));
    }
    Py_CLEAR(state->rejected);
    Py_CLEAR(state->items);
    Py_CLEAR(state->dict_items);
    Py_CLEAR(state->getitem);
    Py_CLEAR(state->root);
    Py_CLEAR(state->dict_getitem);
    Py_CLEAR(state->no_arguments);
    Py_CLEAR(state->converter_class);
    Py_CLEAR(state->string_shell);
    return 0;
}

static void
speedups_free(void *module)
{
    (void)speedups_clear(module);
}

static PyMethodDef speedups_methods[] = {
    {"configure", (PyCFunction)(void (*)(void))speedups_configure, METH_VARARGS | METH_KEYWORDS,
     "Take note of what the parts need of Python, by keyword."},
    {"encode", speedups_encode, METH_O, "Return a value as JSON text in ASCII, or raise anything at all."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot speedups_slots[] = {
    {Py_mod_exec, speedups_exec},
#if PY_VERSION_HEX >= 0x030C0000
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
    {0, NULL},
};

static struct PyModuleDef speedups_module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "flat_api.schemas._speedups",
    .m_doc = "The model runtime in C.",
    .m_size = sizeof(State),
    .m_methods = speedups_methods,
    .m_slots = speedups_slots,
    .m_traverse = speedups_traverse,
    .m_clear = speedups_clear,
    .m_free = speedups_free,
};

PyMODINIT_FUNC
PyInit__speedups(void)
{
    return PyModuleDef_Init(&speedups_module);
}
