"""Writes src/test/resources/exemplar/template/golden.jsonl with the real Jinja2.

    python3 -m pip install 'jinja2==3.1.*'
    python3 src/test/python/template_golden.py

Each line holds a template, its context and what Python makes of it: "expected", or "error" where
Python raises. "env" is "hf" for the environment of chat templates.
"""

import datetime
import json
import pathlib

import jinja2

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "resources" / "exemplar" / "template" / "golden.jsonl"

CONTEXT = {
    "s": "Hello World", "u": "ünïcödé ñ", "e": "", "sp": "  pad me \t", "n": 5, "z": 0, "neg": -7,
    "f": 3.14159, "g": 2.5, "big": 12345678901234567890123, "t": True, "no": None, "l": [3, 1, 2],
    "ls": ["b", "A", "c", "a"], "d": {"b": 1, "a": 2, "C": 3}, "em": "😀 smile 日本",
    "m": [{"n": "x", "v": 2, "t": {"k": "p"}}, {"n": "Y", "v": 1, "t": {"k": "q"}}, {"n": "x", "v": 3}],
    "html": "<b>a & \"b\"</b> 'c'", "ml": "line one\nline two\n\n  line four",
    "mix": [1, 2.0, "a", None, True, [1], {"k": "v"}],
    "long": "The quick brown fox jumps over the lazy dog and-then-some hyphenated-words here.",
}


def environments():
    extensions = ["jinja2.ext.loopcontrols", "jinja2.ext.do"]
    plain = jinja2.Environment(extensions=extensions)
    chat = jinja2.Environment(extensions=extensions, trim_blocks=True, lstrip_blocks=True)

    def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(
            x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
        )

    def raise_exception(message):
        raise jinja2.exceptions.TemplateError(message)

    chat.filters["tojson"] = tojson
    for env in (plain, chat):
        env.globals["zip"] = zip
        env.globals["raise_exception"] = raise_exception
        env.globals["strftime_now"] = datetime.datetime(2024, 7, 26, 13, 5, 9).strftime
    return {"": plain, "hf": chat}


def main():
    envs = environments()
    lines = []
    for number, line in enumerate((HERE / "template_golden.txt").read_text("utf-8").splitlines()):
        if not line.strip() or line.startswith("##"):
            continue
        entry = json.loads(line) if line.startswith('{"template"') else {"template": line}
        entry = {"id": f"g{number}", **entry}
        entry["template"] = entry["template"]
        context = entry.get("context", CONTEXT)
        try:
            template = envs[entry.get("env", "")].from_string(entry["template"])
            entry["expected"] = template.render(**json.loads(json.dumps(context)))
        except Exception as error:
            entry["error"] = f"{type(error).__name__}: {error}"
        lines.append(json.dumps(entry, ensure_ascii=False))
    head = json.dumps({"context": CONTEXT}, ensure_ascii=False)
    OUT.write_text("\n".join([head, *lines]) + "\n", "utf-8")
    print(f"{len(lines)} cases")


if __name__ == "__main__":
    main()
