import { HARMLESS_SOURCE } from './harmless-source.ts';

/**
 * What the interpreter runs once, before it is shut off: it gives `run`, which takes a program and its inputs as text and
 * gives its answer as text.
 *
 * An answer is `R` if the program may see what others have left, and some have run: it is to be asked again after their memory has been
 * put back. Else it is a flag, `0` if the program can have left nothing that a harmless one could see and `1` otherwise; a kind; and a
 * payload. Kinds: `V` a value, `U` no value, `X` an exception, `C` a value that cannot be copied, `M` out of memory. Values are written as the
 * sandbox of `CodeNode` writes them, so that one reader reads both.
 */
export const BOOT_SOURCE = `
import ast, base64, bisect, builtins, calendar, collections, contextlib, copy, csv, dataclasses, datetime, decimal, enum, fractions
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
${HARMLESS_SOURCE}
programs = {}

def program_of(code, inputs):
    key = (code, *sorted(inputs))
    known = programs.get(key)
    if known is None:
        tree = ast.parse(code, '<code>')
        harmless = is_harmless(tree, inputs)
        takes_chance = not harmless or any(isinstance(each, (ast.Import, ast.ImportFrom)) for each in ast.walk(tree)) and 'random' in code
        known = compile(tree, '<code>', 'exec'), harmless, takes_chance
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

def run(code, given, used):
    inputs = decode(json.loads(given))
    harmless = False
    try:
        program, harmless, takes_chance = program_of(code, inputs)
        if used and not harmless:
            return 'R'
        if takes_chance:
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
run('result = 1', '{}', '')
gc.collect()
run
`;
