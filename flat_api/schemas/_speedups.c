/* The model runtime in C: what costs most of it, part by part, each with the Python module that is its twin.
 *
 *     properties      reading a declared property     _declaration.Property
 *     writing         instances to JSON text          _json._encode
 *
 * Whatever a function here does not know, it rejects by raising anything at all; the twin then has its say, and its
 * result is the same but slower. So there is no message here, and no rule that is not in the twin as well. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

/* Layouts of CPython that are no public API are used where they have been tested, and never with FLAT_PUBLIC_API. */
#if !defined(FLAT_PUBLIC_API) && PY_VERSION_HEX >= 0x030B0000 && PY_VERSION_HEX < 0x030E0000
#define KNOWN_LAYOUTS 1
#else
#define KNOWN_LAYOUTS 0
#endif

#define INTERFACE 1 /* that of _extension.py: a build of an earlier state of the package is left alone */

#define MOST_LEVELS 1000 /* of nesting; deeper data are left to the twin, which the interpreter limits */
#define SHORT_TEXT 16    /* characters of a number that is its own shortest text: _numbers._SHORT */

/* The state of the module: what Python has told by `configure`, and what was made when the module was loaded. */
typedef struct {
    PyObject *rejected; /* the exception */
    PyObject *items, *dict_items, *getitem, *dict_getitem; /* the names, and the methods of dict */
    PyObject *decimal, *boolean, *null;                    /* Decimal, BoolClass, NoneClass */
    PyObject *text_of;                                     /* _numbers.text_of */
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
    {"text_of", offsetof(State, text_of), 0},
    {NULL, 0, 0},
};

static struct PyModuleDef speedups_module;

static PyObject *
reject(State *state)
{
    PyErr_SetNone(state->rejected);
    return NULL;
}

/* Return whether *v* is made of the class *cls*, which may not be known yet. */
static inline int
is_made_of(PyObject *v, PyObject *cls)
{
    return cls != NULL && PyObject_TypeCheck(v, (PyTypeObject *)cls);
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

static int
write_object(Writer *writer, PyObject *object, int level)
{
    PyObject *key, *value; /* borrowed from the object, which another thread may change where it is a plain dict */
    Py_ssize_t position = 0;
    int is_plain = has_own_of_dict(Py_TYPE(object), writer->state->items, writer->state->dict_items);
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
            Py_SETREF(text, state->text_of == NULL ? reject(state) : PyObject_CallOneArg(state->text_of, number));
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

static PyObject **
setting_of(State *state, const Setting *setting)
{
    return (PyObject **)((char *)state + setting->offset);
}

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
    if (state->items == NULL || state->getitem == NULL) {
        return -1;
    }
    state->dict_items = PyObject_GetAttr((PyObject *)&PyDict_Type, state->items);
    state->dict_getitem = PyObject_GetAttr((PyObject *)&PyDict_Type, state->getitem);
    state->rejected = PyErr_NewException("flat_api.schemas._speedups.Rejected", NULL, NULL);
    if (state->dict_items == NULL || state->dict_getitem == NULL || state->rejected == NULL) {
        return -1;
    }
    PyObject *property_class = made_property_class(module);
    if (property_class == NULL || PyModule_AddObjectRef(module, "Rejected", state->rejected) < 0
        || PyModule_AddObjectRef(module, "ItemProperty", property_class) < 0
        || PyModule_AddIntMacro(module, INTERFACE) < 0) {
        Py_XDECREF(property_class);
        return -1;
    }
    Py_DECREF(property_class);
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
    Py_CLEAR(state->dict_getitem);
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
