"""Answers one pair a line: equal, different or unknown, by SymPy's own means."""

import json
import sys

from sympy import *  # noqa: F403


def answer(question):
    names = {name: Symbol(name, real=True) for name in question["variables"]}
    space = {**globals(), **names}
    gap = eval(question["a"], space) - eval(question["b"], space)
    simple = simplify(gap)
    if simple == 0:
        return "equal"
    decided = simple.equals(0)
    return {True: "equal", False: "different"}.get(decided, "unknown")


print("ready", flush=True)
for line in sys.stdin:
    try:
        verdict = answer(json.loads(line))
    except Exception:
        verdict = "unknown"
    print(verdict, flush=True)
