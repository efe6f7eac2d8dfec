"""Run by the system's own python3, which has liblouis: reads a JSON list of [table, way, text], writes the answers."""

from __future__ import annotations

import json
import sys

import louis


def main() -> None:
    """Translate ("to") or back-translate ("from") each text."""
    ways = {"to": louis.translateString, "from": louis.backTranslateString}
    tables = {"g1": ["en-us-brf.dis", "en-ueb-g1.ctb"], "g2": ["en-us-brf.dis", "en-ueb-g2.ctb"]}
    json.dump([ways[way](tables[table], text) for table, way, text in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
