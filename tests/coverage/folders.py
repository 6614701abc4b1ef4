#!/usr/bin/env python3
"""folders.py SUMMARY LINES BRANCHES: gcovr's summary as a table with a row a folder; status 1 below LINES or BRANCHES of 100."""
import collections
import json
import sys


def share(covered, total):
    return 100 * covered / total if total else 100.0


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        summary = json.load(file)
    least = [float(word) for word in sys.argv[2:4]]
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for entry in summary["files"]:
        for name in (entry["filename"].rpartition("/")[0], "all"):
            for place, key in enumerate(("line_covered", "line_total", "branch_covered", "branch_total")):
                sums[name][place] += entry[key]
    if not sums["all"][1]:
        print("nothing was counted")
        return 1
    print(f"{'folder':<14} {'lines':>7} {'':>14} {'branches':>9}")
    for name in [*sorted(set(sums) - {"all"}), "all"]:
        lines, of_lines, branches, of_branches = sums[name]
        print(f"{name:<14} {share(lines, of_lines):>6.1f}% {f'{lines} of {of_lines}':>14} {share(branches, of_branches):>8.1f}% "
              f"{f'{branches} of {of_branches}':>14}")
    print("least covered, by branches that no test takes:")
    for entry in sorted(summary["files"], key=lambda entry: entry["branch_covered"] - entry["branch_total"])[:8]:
        print(f"  {entry['filename']}: {entry['branch_total'] - entry['branch_covered']} of {entry['branch_total']} branches, "
              f"{entry['line_total'] - entry['line_covered']} of {entry['line_total']} lines")
    lines, of_lines, branches, of_branches = sums["all"]
    given = [share(lines, of_lines), share(branches, of_branches)]
    if any(have < want for have, want in zip(given, least)):
        print(f"too little: at least {least[0]:.0f} % of the lines and {least[1]:.0f} % of the branches are asked for")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
