#!/bin/sh
# Makes the virtual environment $1 with the first Python that is new enough: $PYTHON if it is set,
# else python3 and then the newest of python3.14 to python3.11.
set -eu

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "$python has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2
        exit 1
    fi
    exec "$python" -m venv --clear "$1"
done
echo "Python 3.11 or newer is needed, and ${PYTHON:-python3} is not: $("${PYTHON:-python3}" --version 2>&1 || true)" >&2
echo "Install it, or say where it is: make PYTHON=/path/to/python3.11" >&2
exit 1
