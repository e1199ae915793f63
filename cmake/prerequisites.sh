# SPDX-License-Identifier: BSL-1.0
# For ./tests/run and ./examples/run: what has to be installed, and its installation where that is possible.

# What every build needs: Debian's package = a command or a file that shows it is here.
skein_packages=(
  g++=g++ cmake=cmake ninja-build=ninja pkg-config=pkg-config
  libboost-dev='/usr/include/boost/hana.hpp'
  libfmt-dev='/usr/include/fmt/format.h'
  libpqxx-dev='/usr/include/pqxx/pqxx'
  libcli11-dev='/usr/include/CLI/CLI.hpp'
  nlohmann-json3-dev='/usr/include/nlohmann/json.hpp'
  postgresql='/usr/lib/postgresql/*/bin/initdb'
)

# A library may also lie elsewhere, where CMake finds it; then its package is said to be missing, and SKEIN_NO_INSTALL=1
# says that it is not.
is_here() {
  case $1 in
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# prerequisites PACKAGE=PROBE...: installs what is missing, as root or with sudo that asks nothing; otherwise says what to
# type, and ends the script.
prerequisites() {
  [ -z "${SKEIN_NO_INSTALL:-}" ] || return 0
  local missing=() each
  for each in "$@"; do
    is_here "${each#*=}" || missing+=("${each%%=*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local install="apt-get install -y --no-install-recommends ${missing[*]}" as=
  if ! command -v apt-get >/dev/null; then
    echo "missing: ${missing[*]} (named as in Debian); install them, or set SKEIN_NO_INSTALL=1 if they are elsewhere" >&2
    exit 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "missing packages; run: sudo $install" >&2
      exit 1
    fi
    as="sudo -n"
  fi
  echo "installing ${missing[*]}" >&2
  if ! { $as apt-get update && DEBIAN_FRONTEND=noninteractive $as $install; } >&2; then
    echo "the installation failed; run: ${as:+sudo }$install" >&2
    exit 1
  fi
}
