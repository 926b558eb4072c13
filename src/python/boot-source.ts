/**
 * What the interpreter runs once, before it is shut off: it gives `run`, which takes a program and its inputs as text and
 * gives its answer as text.
 *
 * An answer is a flag, `0` if the program can have left nothing behind and `1` otherwise; a kind; and a payload. Kinds: `V` a
 * value, `U` no value, `X` an exception, `C` a value that cannot be copied, `M` out of memory. Values are written as the
 * sandbox of `CodeNode` writes them, so that one reader reads both.
 */
export const BOOT_SOURCE = `
import ast, base64, builtins, calendar, collections, contextlib, copy, csv, dataclasses, datetime, decimal, enum, fractions
import functools, gc, hashlib, heapq, io, itertools, json, linecache, math, operator, random, re, statistics, string, sys
import textwrap, time, traceback, types, typing, unicodedata, uuid

MOST_DEPTH = 200
SAFE_INTEGER = 2**53 - 1
sys.set_int_max_str_digits(0)

class Unclonable(Exception):
    pass

def decode(value):
    if isinstance(value, list):
        return [decode(each) for each in value]
    if not isinstance(value, dict):
        return value
    special = value.get('$')
    if special is None:
        return {key: decode(each) for key, each in value.items()}
    name = special[0]
    if name == 'undefined':
        return None
    payload = special[1]
    if name == 'number':
        return float(payload.replace('Infinity', 'inf'))
    if name == 'bigint':
        return int(payload)
    if name == 'object':
        return {key: decode(each) for key, each in payload.items()}
    if name == 'Date':
        milliseconds = decode(payload)
        if milliseconds != milliseconds:
            return None
        return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc)
    if name == 'Map':
        return {decode(key): decode(each) for key, each in payload}
    if name == 'Set':
        return {decode(each) for each in payload}
    if name == 'RegExp':
        return payload[0]
    return payload.encode('latin-1')

def encode(value, path, depth):
    if value is None or value is True or value is False or type(value) is str:
        return value
    if isinstance(value, int):
        return int(value) if -SAFE_INTEGER <= value <= SAFE_INTEGER else {'$': ['bigint', str(int(value))]}
    if isinstance(value, float):
        if math.isfinite(value) and not (value == 0 and math.copysign(1, value) < 0):
            return float(value)
        name = 'NaN' if value != value else '-0' if value == 0 else 'Infinity' if value > 0 else '-Infinity'
        return {'$': ['number', name]}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {'$': ['Uint8Array', bytes(value).decode('latin-1')]}
    if isinstance(value, datetime.datetime):
        aware = value if value.tzinfo is not None else value.replace(tzinfo=datetime.timezone.utc)
        return {'$': ['Date', round(aware.timestamp() * 1000)]}
    if depth >= MOST_DEPTH:
        raise Unclonable('result', f'nests deeper than {MOST_DEPTH} levels, or contains itself', 'Flatten it, or break the circle.')
    if isinstance(value, (list, tuple)):
        return [encode(each, f'{path}[{index}]', depth + 1) for index, each in enumerate(value)]
    if isinstance(value, (set, frozenset)):
        return {'$': ['Set', [encode(each, f'{path}(…)', depth + 1) for each in value]]}
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            plain = {str(key): encode(each, f'{path}.{key}', depth + 1) for key, each in value.items()}
            return {'$': ['object', plain]} if '$' in plain else plain
        pairs = [[encode(key, f'{path}(key)', depth + 1), encode(each, f'{path}[{key!r}]', depth + 1)] for key, each in value.items()]
        return {'$': ['Map', pairs]}
    raise Unclonable(path, f'is an instance of {type(value).__name__}', 'Give its data: numbers, str, bytes, lists, dicts and sets.')

# Whether a program can have left anything behind. What is not known to be harmless is taken to be harmful: all names must be
# its own, its inputs or harmless built-ins, and nothing may be imported, or stored in an attribute.
HARMLESS = frozenset('''abs all any ascii bin bool bytearray bytes chr complex dict divmod enumerate filter float format frozenset
hash hex int isinstance len list map max min next oct ord pow print range repr reversed round set slice sorted str sum tuple zip
iter callable Exception ValueError TypeError KeyError IndexError RuntimeError ArithmeticError ZeroDivisionError OverflowError
AssertionError LookupError StopIteration NotImplementedError UnicodeError AttributeError NameError'''.split())
NODES = tuple(getattr(ast, name) for name in '''Module Expr Assign AugAssign AnnAssign For While If Break Continue Pass Return
FunctionDef Lambda arguments arg Raise Try ExceptHandler Assert BinOp UnaryOp BoolOp Compare IfExp NamedExpr Call keyword Starred
Constant Name List Tuple Dict Set ListComp SetComp DictComp GeneratorExp comprehension Subscript Slice Attribute JoinedStr
FormattedValue Delete operator unaryop boolop cmpop expr_context'''.split())
INTERNAL = ('_', 'gi_', 'cr_', 'ag_', 'f_', 'tb_', 'co_', 'func_', 'mro')

def is_harmless(tree, inputs):
    own, used = set(inputs), set()
    for node in ast.walk(tree):
        if not isinstance(node, NODES):
            return False
        if isinstance(node, ast.Attribute):
            if not isinstance(node.ctx, ast.Load) or node.attr.startswith(INTERNAL):
                return False
        elif isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else own).add(node.id)
        elif isinstance(node, ast.arg):
            own.add(node.arg)
        elif isinstance(node, ast.FunctionDef) or (isinstance(node, ast.ExceptHandler) and node.name):
            own.add(node.name)
    return not any(name.startswith('__') for name in own | used) and used - own <= HARMLESS

programs = {}

def program_of(code, inputs):
    key = (code, *sorted(inputs))
    known = programs.get(key)
    if known is None:
        tree = ast.parse(code, '<code>')
        known = compile(tree, '<code>', 'exec'), is_harmless(tree, inputs)
        if len(programs) >= 200:
            programs.clear()
        programs[key] = known
    return known

def text_of(error):
    try:
        return str(error)
    except BaseException:
        return ''

def thrown(error):
    lines = [f'line {each.lineno}, in {each.name}' for each in traceback.extract_tb(error.__traceback__) if each.filename == '<code>']
    if isinstance(error, SyntaxError) and error.filename == '<code>':
        lines.append(f'line {error.lineno}')
        return [type(error).__name__, error.msg, lines]
    return [type(error).__name__, text_of(error)[:65536], lines[-50:]]

def run(code, given):
    inputs = decode(json.loads(given))
    harmless = False
    try:
        program, harmless = program_of(code, inputs)
        if not harmless:
            random.seed()
        scope = {**inputs, 'inputs': inputs, '__name__': '__main__', '__builtins__': builtins}
        exec(program, scope)
        answer = 'U' if 'result' not in scope else 'VT' + json.dumps(encode(scope['result'], 'result', 0), ensure_ascii=False)
    except MemoryError:
        answer = 'M'
    except Unclonable as problem:
        answer = 'C' + json.dumps(problem.args)
    except BaseException as error:
        answer = 'X' + json.dumps(thrown(error))
    return ('0' if harmless else '1') + answer

for name in list(sys.modules):
    if name.partition('.')[0] in ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'micropip'):
        del sys.modules[name]
sys.meta_path[:] = [each for each in sys.meta_path if 'pyodide' not in getattr(each, '__module__', '') and 'pyodide' not in type(each).__module__]
builtins.__dict__.pop('_', None)
run('result = 1', '{}')
gc.collect()
run
`;
