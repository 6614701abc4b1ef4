# What the checks of the formats share. Sourced from the project's folder.

# give_examples PROGRAM FORMAT FOLDER: every example in a format, FOLDER/examples-dental.FORMAT and so on.
give_examples() {
  rm -rf "$3"
  mkdir -p "$3"
  while IFS= read -r inventory; do
    folder=$(dirname "$inventory")
    status=0
    "$1" score "$folder" --format "$2" --as-of 2026-11-21 >"$3/${folder//\//-}.$2" || status=$?
    [ "$status" -le 1 ] || { echo "$folder: exit status $status"; exit 1; }
  done < <(find examples -name inventory.yaml | sort)
}

# npm_gives FOLDER PACKAGE…: installs them there, unless it has them.
npm_gives() {
  local folder=$1
  shift
  command -v npm >/dev/null || { echo "npm is needed for $*"; exit 1; }
  mkdir -p "$folder"
  (cd "$folder" && npm install --silent --no-audit --no-fund --no-save --prefer-offline --prefix . "$@" >/dev/null 2>&1) ||
    { echo "npm cannot give $*"; exit 1; }
}

# must_refuse WHAT COMMAND…: a check that takes a broken file for a good one is none.
must_refuse() {
  local what=$1
  shift
  if "$@" >/dev/null 2>&1; then
    echo "not refused: $what"
    exit 1
  fi
  echo "refused, as it must be: $what"
}
