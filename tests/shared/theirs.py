"""The words of a report that are not ours: names and notes from the client's own file."""
import re

SCALAR = r'("[^"]*"|\'[^\']*\'|[^,}\]\n#]+)'
# Whose words these are: keys under which a client's file holds names and notes.
THEIRS = re.compile(r"\b(?:part|name|what|where|instead|note|takes|offered|does|flaw|because|by|told_by|explained_by|"
                    rf"said_by|run_by|from|role|phone|reference|kept|named|looked_at_by): *{SCALAR}")


def without_theirs(text, inventory):
    """The text with what stands in the client's file as a name or note replaced by a name."""
    theirs = {value.strip().strip("\"'") for value in THEIRS.findall(inventory)}
    theirs -= {"unknown", "nobody", "us", "yes", "no", "none"}
    text = text.replace("\\", "")
    for value in sorted(theirs, key=len, reverse=True):
        if len(value) > 3:
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", "Sam", text)
    return text
