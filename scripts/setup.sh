#!/bin/sh
# Make .venv ready. Usage: setup.sh run|dev [python]
# On Debian and its relatives the system libraries that Qt needs are installed when that is possible (as root or with
# password-less sudo); otherwise one line names what is missing.
set -eu
kind=$1
python=${2:-python3}

runtime="python3-venv libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
fonts-noto-cjk xvfb"
testing="chromium postgresql obs-studio obs-plugins libgl1-mesa-dri poppler-utils libreoffice-calc-nogui"

install_system_packages() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        echo "Please install first:  sudo apt-get install$missing" >&2
        return 0
    fi
    echo "Installing system packages:$missing" >&2
    $as_root apt-get update -q >/dev/null
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing >/dev/null
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    # shellcheck disable=SC2086
    install_system_packages $runtime
    # shellcheck disable=SC2086
    [ "$kind" = run ] || install_system_packages $testing
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; $python is $("$python" --version)." >&2
    exit 1
}

[ -x .venv/bin/python ] || "$python" -m venv .venv
pip="$PWD/.venv/bin/python -m pip --disable-pip-version-check -q"
export PIP_ROOT_USER_ACTION=ignore
$pip install "pip>=25.1"
if [ "$kind" = dev ]; then
    $pip install -c constraints.txt -e . --group dev
else
    $pip install -c constraints.txt -e .
fi
