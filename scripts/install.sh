#!/bin/sh
# Makes .venv hold what a lock file lists: `scripts/install.sh requirements.lock`.
# Does nothing when that very lock was installed before; needs Python 3.11 or later and no more.
set -eu
cd "$(dirname "$0")/.."
lock=$1
stamp=.venv/installed-$lock

say() { printf '%s\n' "$*" >&2; }

# Version managers put commands on the path that only complain, so each candidate is run.
can() { "$1" -c "$2" </dev/null >/dev/null 2>&1; }
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    too_bare=
    for python in ${PYTHON:-python3.13 python3.12 python3.11 python3.14 python3 python}; do
        can "$python" "$new_enough" || continue
        if can "$python" 'import venv, ensurepip'; then
            echo "$python"
            return
        fi
        too_bare=${too_bare:-$python}
    done
    if [ -n "$too_bare" ]; then
        version=$("$too_bare" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        say "Python $version is here but cannot make virtual environments (no venv or ensurepip)."
        say "On Debian and Ubuntu: apt-get install python$version-venv"
    elif [ -n "${PYTHON:-}" ]; then
        say "PYTHON=$PYTHON is not a Python 3.11 or later."
    else
        say "Kopilka needs Python 3.11 or later, and none was found."
        say "Install it (https://www.python.org/downloads/) or name it: make PYTHON=/path/to/python3 ..."
    fi
    return 1
}

if ! can .venv/bin/python "$new_enough; import pip"; then
    python=$(find_python)
    say "Creating .venv with $($python --version)"
    "$python" -m venv --clear .venv
fi

if ! cmp -s "$lock" "$stamp"; then
    say "Installing $lock into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$lock" >&2
    cp "$lock" "$stamp"
fi
