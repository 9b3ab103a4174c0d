#!/usr/bin/env python3
"""Writes the manual pages from what the program says of itself: python3 Tools/man.py PROGRAM FOLDER

One page for the command, one for each verb (daftar-verify.1, daftar-key-grant.1). Nothing in them is written twice: words
and options come from --experimental-dump-help, how a verb is typed from its --help.
"""
import datetime
import json
import os
import re
import subprocess
import sys

HEADING = re.compile(r"^([A-Z][A-Z ]+):$")


def ask(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def escaped(text):
    """Text as troff takes it: no request at the start of a line, a hyphen that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(['.])", r"\\&\1", text, flags=re.M)


def section(name, *lines):
    return [".SH " + name, *lines] if any(lines) else []


def literal(lines):
    """Lines that stay as they are."""
    return [".RS 4", ".nf", *[escaped(line.removeprefix("  ")) for line in lines], ".fi", ".RE"]


def prose(paragraph):
    """A paragraph; what is indented in it stays as it is."""
    lines, made, kept = paragraph.split("\n"), [], []
    for line in lines + [""]:
        if line.startswith("  "):
            kept.append(line)
            continue
        if kept:
            made += literal(kept)
            kept = []
        if line:
            made.append(escaped(line))
    return made


def discussion(text):
    """The paragraphs under each heading; those under none are the description."""
    parts, heading = {"DESCRIPTION": []}, "DESCRIPTION"
    for paragraph in text.split("\n\n"):
        first, _, rest = paragraph.partition("\n")
        found = HEADING.match(first)
        if found:
            heading, paragraph = found.group(1), rest
        else:
            heading = heading if heading == "EXAMPLE" and paragraph.startswith("  ") else "DESCRIPTION"
        lines = parts.setdefault(heading, [])
        lines += ([".PP"] if lines else []) + prose(paragraph)
    return parts


def usage(program, path):
    """How it is typed: the lines of --help under USAGE."""
    text = ask(program, *path, "--help").split("USAGE: ", 1)[1].split("\n\n", 1)[0]
    lines = [line for line in text.split("\n") if line.strip()]
    return [".nf", *[escaped(line) for line in lines], ".fi"]


def option(argument):
    names = []
    for name in sorted(argument.get("names", []), key=lambda name: name["kind"] == "long"):
        names.append("\\fB%s\\fR" % escaped(("--" if name["kind"] == "long" else "-") + name["name"]))
    value = "\\fI%s\\fR" % escaped(argument["valueName"])
    if argument["kind"] == "flag":
        return ", ".join(names)
    return ", ".join(names) + " " + value if names else value


def arguments(command, *kinds):
    lines = []
    for argument in command.get("arguments", []):
        if argument["kind"] not in kinds or not argument.get("shouldDisplay", True):
            continue
        text = argument.get("abstract", "")
        if argument.get("defaultValue") and argument["kind"] != "flag":
            text += " (default: %s)" % argument["defaultValue"]
        lines += [".TP", option(argument), escaped(text)]
    return lines


def page(program, command, path, version, day):
    name = "-".join(["daftar", *path])
    parts = discussion(command.get("discussion", ""))
    verbs = [verb for verb in command.get("subcommands", []) if verb["commandName"] != "help"]
    codes, examples = parts.pop("EXIT CODES", []), parts.pop("EXAMPLE", [])
    others = ["daftar"] if path else []
    others += ["-".join(["daftar", *path, verb["commandName"]]) for verb in verbs]
    if len(path) > 1:
        others.append("-".join(["daftar", *path[:-1]]))
    listed = []
    for verb in verbs:
        listed += [".TP", "\\fB%s\\fR" % escaped(verb["commandName"]), escaped(verb.get("abstract", ""))]
    lines = ['.TH "%s" 1 "%s" "%s" "Daftar"' % (escaped(name.upper()), day, escaped(version))]
    lines += section("NAME", "%s \\- %s" % (escaped(name), escaped(command["abstract"].rstrip("."))))
    lines += section("SYNOPSIS", *usage(program, path))
    lines += section("DESCRIPTION", *parts.pop("DESCRIPTION"))
    for heading, text in parts.items():
        lines += section(heading, *text)
    lines += section("COMMANDS", *listed)
    lines += section("ARGUMENTS", *arguments(command, "positional"))
    lines += section("OPTIONS", *arguments(command, "option", "flag"))
    lines += section("EXIT STATUS", *(codes or [".PP", "The codes are listed in \\fBdaftar\\fR(1)."]))
    lines += section("EXAMPLES", *examples)
    links = ["\\fB%s\\fR(1)" % escaped(other) for other in sorted(set(others))]
    lines += section("SEE ALSO", ",\n".join(links))
    return name, [line for line in "\n".join(lines).split("\n")]


def write(program, folder, command, path, version, day):
    name, lines = page(program, command, path, version, day)
    # A paragraph after a heading needs no request, and mandoc minds one that does nothing.
    text = re.sub(r"^(\.SH [^\n]*)\n\.PP$", r"\1", "\n".join(lines), flags=re.M) + "\n"
    with open(os.path.join(folder, name + ".1"), "w", encoding="utf-8") as file:
        file.write(text)
    for verb in command.get("subcommands", []):
        if verb["commandName"] != "help":
            write(program, folder, verb, path + [verb["commandName"]], version, day)


def main():
    program, folder = sys.argv[1:]
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc) if seconds else datetime.datetime.now()
    os.makedirs(folder, exist_ok=True)
    command = json.loads(ask(program, "--experimental-dump-help"))["command"]
    write(program, folder, command, [], ask(program, "--version").strip(), moment.date().isoformat())


main()
