#!/usr/bin/python3
"""Walks CONTRIBUTING.md: applies its code to a copy of the repository, builds it, looks.

    contributing_test.py SOURCE SCRATCH COMPILER

A block headed ```cpp FILE is a new file; one headed ```diff FILE replaces the lines marked - (and
the unmarked ones around them) in FILE, where they must stand exactly once. What does not change
between runs is not written again, so that a second run builds little.
"""

import pathlib
import re
import subprocess
import sys

COPIED = ["CMakeLists.txt", "cmake", "sim", "analysis", "cli", "scenarios", "tests/CMakeLists.txt",
          "tests/*/CMakeLists.txt", "tests/scenes", "tests/conformance"]
FENCE = re.compile(r"^( *)```(cpp|diff) +(\S+)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)


def blocks(text):
    """(language, file, lines) of every block of code that names a file, in order."""
    for indent, language, name, body in FENCE.findall(text):
        yield language, name, [line.removeprefix(indent) for line in body.splitlines()]


def replaced(text, lines, name):
    """`text` after the edit that the lines of a diff block describe."""
    old = "".join(line[1:] + "\n" for line in lines if line[:1] != "+")
    new = "".join(line[1:] + "\n" for line in lines if line[:1] != "-")
    if text.count(old) != 1:
        sys.exit(f"CONTRIBUTING.md edits {name}, where these lines stand {text.count(old)} times, "
                 f"not once:\n{old}")
    return text.replace(old, new)


def wanted_files(source):
    """The copy's files with the recipes applied: contents by path."""
    files = {}
    for top in (found for pattern in COPIED for found in sorted(source.glob(pattern))):
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and "node_modules" not in path.parts:
                files[str(path.relative_to(source))] = path.read_bytes()
    added = []
    for language, name, lines in blocks((source / "CONTRIBUTING.md").read_text()):
        if language == "cpp":
            if name in files:
                sys.exit(f"CONTRIBUTING.md adds {name}, which exists")
            files[name] = "".join(line + "\n" for line in lines).encode()
            added.append(name)
        else:
            files[name] = replaced(files[name].decode(), lines, name).encode()
    return files, added


def write_changed(tree, files):
    for path in sorted(tree.rglob("*"), reverse=True):
        if path.is_file() and str(path.relative_to(tree)) not in files:
            path.unlink()
    for name, content in files.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
        path.chmod(0o755 if content.startswith(b"#!") else 0o644)


def run(*command):
    done = subprocess.run([str(word) for word in command], text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def expect(words, where, text):
    for word in words:
        if word not in text:
            sys.exit(f"{word} is not in {where}:\n{text}")


def main():
    source, scratch, compiler = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    tree, build = scratch / "tree", scratch / "build"
    files, added = wanted_files(source)
    if len(added) < 4:
        sys.exit(f"CONTRIBUTING.md adds only {added}")
    write_changed(tree, files)
    # Unoptimised and in few pieces: what counts is that it builds and that the tests hold.
    run("cmake", "-S", tree, "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}",
        "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DCMAKE_UNITY_BUILD=ON",
        "-DENTENTE_BUILD_BENCH=OFF", "-DENTENTE_REPORT=OFF",
        "-DENTENTE_WARNINGS_AS_ERRORS=ON")
    run("cmake", "--build", build, "--target", "entente", "alignment_test", "conformance_test")
    tests = run("ctest", "--test-dir", build, "--output-on-failure", "-L", "alignment|conformance")
    expect(["100% tests passed"], "the tests' output", tests)
    program = build / "cli" / "entente"
    expect(["estrangement"], "entente list mechanisms", run(program, "list", "mechanisms"))
    expect(["popularity"], "entente list effects", run(program, "list", "effects"))
    expect(["asymmetry"], "entente list metrics", run(program, "list", "metrics"))
    expect(["estrangement"], "a resolved scenario",
           run(program, "check", "--resolved", tree / "scenarios/three-actors.toml"))
    # This build is without the report's page, as where Node.js is missing: the program says what to do.
    refused = subprocess.run([program, "report", "result.nc", "-o", scratch / "page.html"], text=True,
                             capture_output=True)
    if refused.returncode != 1:
        sys.exit(f"entente report without a page ended with {refused.returncode}:\n{refused.stderr}")
    expect(["made without Node.js", "scripts/install-packages report"], "entente report's error", refused.stderr)
    print("All recipes of CONTRIBUTING.md work as written.")


if __name__ == "__main__":
    main()
