/** What an attack must come to: the `code` of an error, the exception that it meets, or a harmless value. */
export interface PythonAttack {
  readonly name: string;
  readonly code: string;
  readonly outcome: { readonly error: string } | { readonly raises: string } | { readonly value: unknown };
}

const access = { error: 'PYTHON_ACCESS' } as const;
const timeout = { error: 'CODE_TIMEOUT' } as const;
const memory = { error: 'CODE_MEMORY' } as const;
const raises = (name: string) => ({ raises: name }) as const;
const value = (expected: unknown) => ({ value: expected }) as const;

/** Ways out of the sandbox: to JavaScript, to the system, to files, to the network. */
export const escapes: readonly PythonAttack[] = [
  { name: 'import js', code: 'import js\nresult = js.process', outcome: raises('ModuleNotFoundError') },
  {
    name: 'import pyodide_js',
    code: 'import pyodide_js\npyodide_js.mountNodeFS("/host", "/")',
    outcome: raises('ModuleNotFoundError'),
  },
  {
    name: 'run_js',
    code: 'from pyodide.code import run_js\nresult = run_js("process.version")',
    outcome: raises('ModuleNotFoundError'),
  },
  {
    name: 'constructor chain of a converted list',
    code: 'from pyodide.ffi import to_js\nresult = to_js([1]).constructor.constructor("return process")()',
    outcome: raises('AttributeError'),
  },
  {
    name: 'the core of the foreign function interface',
    code: 'import _pyodide_core\nresult = _pyodide_core.to_js([1]).constructor',
    outcome: access,
  },
  {
    name: 'the interpreter of JavaScript through a forgotten finder',
    code: `import gc
finders = [each for each in gc.get_objects() if type(each).__name__ == 'JsFinder']
modules = [module for each in finders for module in each.jsproxies.values()]
result = [getattr(each, 'constructor') for each in modules]`,
    outcome: access,
  },
  {
    name: 'a JavaScript object that is still about',
    code: `import gc
found = [each for each in gc.get_objects() if type(each).__name__ == 'JsProxy']
result = [each.constructor for each in found]`,
    outcome: value([]),
  },
  {
    name: 'a JavaScript object by its class',
    code: `def below(kind):
    return [kind, *(each for sub in type.__subclasses__(kind) for each in below(sub))]
found = [each for each in below(object) if each.__name__ == 'JsProxy']
result = [each.new(None) if hasattr(each, 'new') else None for each in found]`,
    outcome: raises('NotImplementedError'),
  },
  { name: 'os.system', code: 'import os\nresult = os.system("id > /tmp/out")', outcome: value(-1) },
  { name: 'os.popen', code: 'import os\nresult = os.popen("id").read()', outcome: raises('OSError') },
  {
    name: 'subprocess',
    code: 'import subprocess\nresult = subprocess.run(["id"])',
    outcome: raises('OSError'),
  },
  { name: 'os.execv', code: 'import os\nos.execv("/bin/sh", ["sh"])', outcome: raises('OSError') },
  { name: 'os.fork', code: 'import os\nresult = os.fork()', outcome: raises('OSError') },
  { name: 'os.kill', code: 'import os\nos.kill(1, 9)', outcome: raises('PermissionError') },
  { name: 'os._exit', code: 'import os\nos._exit(3)', outcome: access },
  { name: 'sys.exit', code: 'import sys\nsys.exit(3)', outcome: raises('SystemExit') },
  {
    name: 'a thread',
    code: 'import threading\nthreading.Thread(target=print).start()',
    outcome: raises('RuntimeError'),
  },
  {
    name: 'a process of multiprocessing',
    code: 'import multiprocessing\nmultiprocessing.Process(target=print).start()',
    outcome: raises('ModuleNotFoundError'),
  },
  {
    name: 'a timer',
    code: 'import signal\nsignal.setitimer(signal.ITIMER_REAL, 1)',
    outcome: raises('AttributeError'),
  },
  { name: 'a socket', code: 'import socket\nsocket.socket()', outcome: raises('PermissionError') },
  {
    name: 'a name looked up in the network',
    code: 'import socket\nsocket.getaddrinfo("localhost", 80)',
    outcome: access,
  },
  {
    name: 'a page of the network',
    code: 'import urllib.request\nresult = urllib.request.urlopen("http://127.0.0.1:1").read()',
    outcome: access,
  },
  { name: 'C functions through ctypes', code: 'import ctypes\nctypes.CDLL(None).getpid()', outcome: access },
  {
    name: 'JavaScript through ctypes',
    code: 'import ctypes\nctypes.pythonapi.emscripten_run_script(b"process.exit(9)")',
    outcome: access,
  },
  {
    name: 'JavaScript through ctypes, its errors caught',
    code: `try:
    import ctypes
    ctypes.pythonapi.emscripten_run_script(b"process.exit(9)")
except BaseException:
    pass
result = 'got away'`,
    outcome: access,
  },
  {
    name: 'a file of the host',
    code: 'result = open("/etc/passwd").read()',
    outcome: raises('FileNotFoundError'),
  },
  {
    name: 'the folder of the host',
    code: 'import os\nresult = [each for each in ("etc", "root", "work", "usr", "bin") if each in os.listdir("/")]',
    outcome: value([]),
  },
  { name: 'a new file', code: 'open("/tmp/left", "w").write("x")', outcome: raises('OSError') },
  {
    name: 'a removed file',
    code: 'import os\nos.remove("/lib/python314.zip")',
    outcome: raises('PermissionError'),
  },
  { name: 'another folder', code: 'import os\nos.chdir("/tmp")', outcome: raises('PermissionError') },
  { name: 'standard input', code: 'result = input()', outcome: raises('OSError') },
  {
    name: 'the environment of the host',
    code: 'import os\nresult = os.environ.get("LOCKSTEP_ATTACKED")',
    outcome: value(null),
  },
];

/** Changes that must not be there in the next call. */
export const leaks: readonly PythonAttack[] = [
  { name: 'an attribute of a module', code: 'import math\nmath.pi = 3', outcome: value(undefined) },
  {
    name: 'a built-in',
    code: 'import builtins\nbuiltins.len = lambda each: 99\nbuiltins.leak = 1',
    outcome: value(undefined),
  },
  { name: 'a built-in by its name', code: '__builtins__.leak = 1', outcome: value(undefined) },
  { name: 'a module of its own', code: 'import sys\nsys.modules["leak"] = sys', outcome: value(undefined) },
  {
    name: 'what writes the answer',
    code: 'import json\njson.dumps = lambda *_, **__: \'"forged"\'\nresult = 1',
    outcome: value('forged'),
  },
  {
    name: 'a method of a class',
    code: 'import collections\ncollections.UserDict.leak = 1\ncollections.Counter.update = None',
    outcome: value(undefined),
  },
  {
    name: 'the programs that are remembered',
    code: `import gc
for each in gc.get_objects():
    if isinstance(each, dict) and any(isinstance(key, tuple) and 'len' in str(key) for key in each):
        each.clear()`,
    outcome: value(undefined),
  },
  { name: 'an environment variable', code: 'import os\nos.environ["LEAK"] = "1"', outcome: value(undefined) },
  {
    name: 'the precision of decimals',
    code: 'import decimal\ndecimal.getcontext().prec = 2',
    outcome: value(undefined),
  },
  {
    name: 'the depth of recursion',
    code: 'import sys\nsys.setrecursionlimit(60)',
    outcome: value(undefined),
  },
  { name: 'a trace function', code: 'import sys\nsys.settrace(lambda *_: None)', outcome: value(undefined) },
  {
    name: 'a default of a function',
    code: 'import textwrap\ntextwrap.shorten.__defaults__ = ()',
    outcome: value(undefined),
  },
  { name: 'a global', code: 'globals()["leak"] = 1', outcome: value(undefined) },
  {
    name: 'a finalizer that outlives its call',
    code: `class Late:
    def __del__(self):
        import builtins
        builtins.leak = 1
late = Late()
late.self = late`,
    outcome: value(undefined),
  },
];

/**
 * Ways from a module that may be used without a restore to what it keeps or leads to; each must be taken for a program that may see
 * all, and so see nothing but its own.
 */
export const detours: readonly PythonAttack[] = [
  {
    name: 'a module under another name',
    code: 'import collections\nmodule = [collections][0]\nresult = "leak" in module.__dict__\nmodule.__dict__["leak"] = 1',
    outcome: value(false),
  },
  {
    name: 'a module of a module',
    code: 'import re\nresult = hasattr(re.enum.sys, "leak")\nre.enum.sys.modules["leak"] = re',
    outcome: value(false),
  },
  {
    name: 'a module that a function is given',
    code: 'import json\ndef first(each):\n    return each\nresult = hasattr(first(json).decoder, "leak")',
    outcome: value(false),
  },
  {
    name: 'two modules under one name',
    code: 'import math as m\nimport random as m\nresult = m.random() == m.random()',
    outcome: value(false),
  },
  {
    name: 'the sequence of random numbers',
    code: 'import random\nrandom.seed(1)\nresult = round(random.random(), 3)',
    outcome: value(0.134),
  },
  {
    name: 'what arithmetic is set to',
    code: 'from decimal import getcontext\ngetcontext().prec = 3\nresult = getcontext().prec',
    outcome: value(3),
  },
  {
    name: 'a flag of arithmetic',
    code: 'import decimal\nresult = [name.__name__ for name, isSet in decimal.getcontext().flags.items() if isSet]',
    outcome: value([]),
  },
  {
    name: 'an attribute by its name',
    code: 'import json, operator\nresult = operator.attrgetter("decoder.scanner.__name__")(json)',
    outcome: value('json.scanner'),
  },
  {
    name: 'all names of a module',
    code: 'from collections import *\nresult = "leak" in globals()',
    outcome: value(false),
  },
];

/** Places of text that lead from a harmless function to what is remembered. */
export const PEEPING = [
  "'{0.__self__.__loader__.find_spec.__func__.__globals__[sys].modules[__main__].programs}'.format(len)",
  "'{0.__self__.__loader__.find_spec.__func__.__globals__[sys].modules[__main__].programs}'.format_map({'0': len})",
  "('{0.__self__}' + '').format(len)",
] as const;

/** Programs that would take all there is: time, memory, the stack, the caller's memory. */
export const exhausting: readonly PythonAttack[] = [
  { name: 'an endless loop', code: 'while True: pass', outcome: timeout },
  {
    name: 'an endless loop that catches all',
    code: 'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    outcome: timeout,
  },
  { name: 'a regular expression', code: 'import re\nre.match(r"(a+)+$", "a" * 40 + "b")', outcome: timeout },
  { name: 'a number', code: 'result = 7 ** (10 ** 8) % 10', outcome: timeout },
  { name: 'a list of its full size', code: 'result = [0] * (10 ** 9)', outcome: memory },
  { name: 'text of its full size', code: 'result = "x" * (10 ** 9)', outcome: memory },
  {
    name: 'a list that grows',
    code: 'all = []\nwhile True: all.append(bytearray(100_000))',
    outcome: memory,
  },
  {
    name: 'a recursion',
    code: 'def f(n):\n    return f(n + 1) + 1\nf(0)',
    outcome: raises('RecursionError'),
  },
  {
    name: 'a recursion without its limit',
    code: 'import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(n):\n    return f(n + 1) + 1\nf(0)',
    outcome: { error: 'PYTHON_WORKER' },
  },
  {
    name: 'a result that contains itself',
    code: 'result = []\nresult.append(result)',
    outcome: { error: 'UNCLONABLE_VALUE' },
  },
  { name: 'a large result', code: 'result = "x" * 10 ** 6', outcome: { error: 'CODE_OUTPUT_TOO_LARGE' } },
];
