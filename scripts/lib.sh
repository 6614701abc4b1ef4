# Shared by the scripts beside it: finds the project, installs what is missing, configures and builds.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# What building and testing need, by the names Debian gives it.
need_all() {
  need g++ cmake ninja-build pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev doctest-dev nlohmann-json3-dev \
    rapidjson-dev libpugixml-dev libutf8proc-dev libsodium-dev libxlsxwriter-dev python3 mandoc
}

say() { printf '%s\n' "$*" >&2; }

# missing PACKAGE…: those of them that are not installed.
missing() {
  local installed name
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
  for name in "$@"; do
    grep -qx "$name installed" <<<"$installed" || printf '%s\n' "$name"
  done
}

# quietly COMMAND…: shows what a command says only when it fails.
quietly() {
  local log
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
}

# need PACKAGE…: installs the missing ones on Debian and its relatives; elsewhere says what is needed.
need() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    need_elsewhere
    return
  fi
  local -a wanted run
  mapfile -t wanted < <(missing "$@")
  [ ${#wanted[@]} -gt 0 ] || return 0
  run=(env DEBIAN_FRONTEND=noninteractive apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing. Install them as root, then run this again:"
      say "  apt-get install --no-install-recommends ${wanted[*]}"
      exit 1
    fi
    run=(sudo "${run[@]}")
  fi
  say "Installing: ${wanted[*]}"
  quietly "${run[@]}" update
  quietly "${run[@]}" install -y --no-install-recommends "${wanted[@]}"
}

# Without apt: nothing is installed for the user, only named, and only if it is not found.
need_elsewhere() {
  local lacking=() tool module header
  for tool in cmake ninja pkg-config python3; do command -v "$tool" >/dev/null || lacking+=("$tool"); done
  command -v c++ >/dev/null || lacking+=("a C++20 compiler")
  if command -v pkg-config >/dev/null; then
    for module in yaml-cpp fmt pugixml libutf8proc libsodium xlsxwriter; do pkg-config --exists "$module" || lacking+=("$module"); done
  fi
  for header in CLI/CLI.hpp nlohmann/json.hpp rapidjson/reader.h doctest/doctest.h; do
    echo "#include <$header>" | c++ -std=c++20 -fsyntax-only -x c++ - 2>/dev/null || lacking+=("$header")
  done
  [ ${#lacking[@]} -gt 0 ] || return 0
  say "Not found: ${lacking[*]}"
  say "candor needs a C++20 compiler, CMake 3.25 or newer, Ninja, pkg-config and Python 3, and these libraries with"
  say "their headers: CLI11, yaml-cpp, fmt, doctest, nlohmann-json, RapidJSON, pugixml, utf8proc, libsodium and libxlsxwriter. For example:"
  say "  Fedora:  dnf install gcc-c++ cmake ninja-build pkgconf python3 cli11-devel yaml-cpp-devel fmt-devel doctest-devel json-devel rapidjson-devel pugixml-devel utf8proc-devel libsodium-devel libxlsxwriter-devel"
  say "  Arch:    pacman -S gcc cmake ninja pkgconf python cli11 yaml-cpp fmt doctest nlohmann-json rapidjson pugixml libutf8proc libsodium libxlsxwriter"
  say "  macOS:   brew install cmake ninja pkgconf cli11 yaml-cpp fmt doctest nlohmann-json rapidjson pugixml utf8proc libsodium libxlsxwriter"
  exit 1
}

# build PRESET TARGET…: quiet when all is well; the whole of what was said when it is not.
build() {
  local preset=$1
  shift
  quietly cmake --preset "$preset"
  quietly cmake --build --preset "$preset" --target "$@"
}
