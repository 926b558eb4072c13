/**
 * The Python source of `is_harmless`, which says of a program whether it can leave behind anything that another harmless program
 * could see, or see anything that one has left. What is not known to be harmless is taken to be harmful.
 *
 * All names must be its own, its inputs or harmless built-ins; nothing may be stored in an attribute; of modules only what stands in
 * `PURE` may be used, and a module itself must be nothing but what stands before a dot.
 */
export const HARMLESS_SOURCE = `
HARMLESS = frozenset('''abs all any ascii bin bool bytearray bytes chr complex dict divmod enumerate filter float format frozenset
hash hex int isinstance len list map max min next oct ord pow print range repr reversed round set slice sorted str sum tuple zip
iter callable Exception ValueError TypeError KeyError IndexError RuntimeError ArithmeticError ZeroDivisionError OverflowError
AssertionError LookupError StopIteration NotImplementedError UnicodeError AttributeError NameError'''.split())
NODES = tuple(getattr(ast, name) for name in '''Module Expr Assign AugAssign AnnAssign For While If Break Continue Pass Return
FunctionDef Lambda arguments arg Raise Try ExceptHandler Assert BinOp UnaryOp BoolOp Compare IfExp NamedExpr Call keyword Starred
Constant Name List Tuple Dict Set ListComp SetComp DictComp GeneratorExp comprehension Subscript Slice Attribute JoinedStr
FormattedValue Delete Import ImportFrom alias operator unaryop boolop cmpop expr_context'''.split())
INTERNAL = ('_', 'gi_', 'cr_', 'ag_', 'f_', 'tb_', 'co_', 'func_', 'mro')
# Ways to an object by text, to one of a library out of an error, and to a cache.
OTHER_WAYS = frozenset(('format', 'format_map', 'obj', 'strptime'))

def public(module):
    return frozenset(name for name in dir(module) if not name.startswith('_') and not isinstance(getattr(module, name), types.ModuleType))

# What computes, and neither keeps anything that can be asked for nor leads to another module, to a namespace or to names by text.
PURE = {
    'math': public(math),
    'itertools': public(itertools),
    'heapq': frozenset('heapify heappop heappush heappushpop heapreplace nlargest nsmallest'.split()),
    'bisect': frozenset('bisect bisect_left bisect_right insort insort_left insort_right'.split()),
    'unicodedata': frozenset('bidirectional category combining decimal digit name normalize numeric lookup'.split()),
    'base64': frozenset('b16decode b16encode b32decode b32encode b64decode b64encode urlsafe_b64decode urlsafe_b64encode'.split()),
    'collections': frozenset('Counter OrderedDict defaultdict deque'.split()),
    'copy': frozenset(('copy', 'deepcopy')),
    'csv': frozenset('DictReader DictWriter reader writer QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC'.split()),
    'datetime': frozenset('MAXYEAR MINYEAR UTC date datetime time timedelta timezone'.split()),
    'decimal': frozenset('''Decimal DecimalException DivisionByZero InvalidOperation ROUND_CEILING ROUND_DOWN ROUND_FLOOR
ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP ROUND_05UP'''.split()),
    'fractions': frozenset(('Fraction',)),
    'functools': frozenset(('cmp_to_key', 'partial', 'reduce')),
    'hashlib': frozenset('blake2b blake2s md5 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_512'.split()),
    'io': frozenset(('BytesIO', 'StringIO')),
    'json': frozenset(('JSONDecodeError', 'dumps', 'loads')),
    'operator': frozenset('add and_ contains eq floordiv ge getitem gt itemgetter le lt mod mul ne neg not_ or_ sub truediv xor'.split()),
    'random': frozenset('betavariate choice choices expovariate randbytes randint random randrange sample shuffle triangular uniform'.split()),
    're': frozenset('''A ASCII DOTALL I IGNORECASE M MULTILINE S VERBOSE X compile escape findall finditer fullmatch match search
split sub subn'''.split()),
    'statistics': frozenset('''StatisticsError fmean geometric_mean harmonic_mean mean median median_grouped median_high median_low
mode multimode pstdev pvariance quantiles stdev variance correlation covariance linear_regression'''.split()),
    'string': frozenset('ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace'.split()),
    'textwrap': frozenset(('dedent', 'fill', 'indent', 'shorten', 'wrap')),
    'time': frozenset('monotonic monotonic_ns perf_counter perf_counter_ns time time_ns'.split()),
    'typing': frozenset('Any Dict List Optional Set Tuple Union'.split()),
    'uuid': frozenset(('UUID', 'uuid4')),
}

def modules_in(tree):
    """The modules that are imported, by their names here; None if more than pure ones are, or one name stands for two."""
    modules = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                if each.name not in PURE or modules.setdefault(each.asname or each.name, each.name) != each.name:
                    return None
        elif isinstance(node, ast.ImportFrom):
            if node.level or node.module not in PURE or any(each.name not in PURE[node.module] for each in node.names):
                return None
    return modules

def is_plain_format(node):
    """Whether it is text whose places name arguments, and nothing inside of them."""
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return False
    try:
        places = list(string.Formatter().parse(node.value))
    except ValueError:
        return True
    return all((not name or name.isalnum()) and '{' not in (spec or '') for _, name, spec, _ in places if name is not None)

def is_harmless(tree, inputs):
    modules = modules_in(tree)
    if modules is None:
        return False
    own, used, dotted = set(inputs), set(), set()
    for node in ast.walk(tree):
        if not isinstance(node, NODES):
            return False
        if isinstance(node, ast.Attribute):
            if not isinstance(node.ctx, ast.Load) or node.attr.startswith(INTERNAL):
                return False
            if node.attr in OTHER_WAYS and not (node.attr == 'format' and is_plain_format(node.value)):
                return False
            if isinstance(node.value, ast.Name) and node.value.id in modules:
                if node.attr not in PURE[modules[node.value.id]]:
                    return False
                dotted.add(id(node.value))
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                if node.id not in modules:
                    used.add(node.id)
                elif id(node) not in dotted:
                    return False
            else:
                own.add(node.id)
        elif isinstance(node, ast.arg):
            own.add(node.arg)
        elif isinstance(node, ast.FunctionDef) or (isinstance(node, ast.ExceptHandler) and node.name):
            own.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            own.update(each.asname or each.name for each in node.names)
    return not any(name.startswith('__') for name in own | used) and used - own <= HARMLESS
`;
