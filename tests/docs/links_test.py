#!/usr/bin/python3
"""Every link from one page of the documentation to another leads somewhere: links_test.py SOURCE"""

import pathlib
import re
import sys

LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages(source):
    yield from source.glob("*.md")
    for folder in ["docs", "scenarios", "bench", "tests"]:
        for page in (source / folder).rglob("*.md"):
            if "node_modules" not in page.parts:  # what npm installed is not ours
                yield page


def anchors(page):
    for heading in re.findall(r"^#+ +(.+)$", page.read_text(), re.MULTILINE):
        text = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
        yield text.strip().replace(" ", "-")


def broken(page):
    for link in LINK.findall(re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists():
            yield f"{page}: {link} does not exist"
        elif anchor and anchor not in anchors(target):
            yield f"{page}: {link}: no such heading"


def main():
    found = sorted(pages(pathlib.Path(sys.argv[1])))
    if len(found) < 5:
        sys.exit(f"only {len(found)} pages found")
    problems = [problem for page in found for problem in broken(page)]
    sys.exit("\n".join(problems) if problems else 0)


if __name__ == "__main__":
    main()
