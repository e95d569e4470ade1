#!/bin/sh
# Installs what wengao is built with, by whichever package manager is there.
set -e

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

if command -v apt-get >/dev/null; then
	as_root apt-get update -q
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy \
		--no-install-recommends gcc libc6-dev pkg-config libpcre2-dev \
		libxml2-dev zlib1g-dev nettle-dev libsqlite3-dev gettext
elif command -v dnf >/dev/null; then
	as_root dnf install -y gcc pkgconf-pkg-config pcre2-devel \
		libxml2-devel zlib-devel nettle-devel sqlite-devel gettext
elif command -v pacman >/dev/null; then
	as_root pacman -S --needed --noconfirm gcc pkgconf pcre2 libxml2 zlib \
		nettle sqlite gettext
elif command -v apk >/dev/null; then
	as_root apk add gcc musl-dev pkgconf pcre2-dev libxml2-dev zlib-dev \
		nettle-dev sqlite-dev gettext
elif command -v brew >/dev/null; then
	brew install pkgconf pcre2 libxml2 zlib nettle sqlite gettext
else
	echo "make deps: no package manager that is known here; install a C" \
		"compiler, pkg-config, pcre2, libxml2, zlib, nettle, sqlite3" \
		"and gettext" >&2
	exit 2
fi
