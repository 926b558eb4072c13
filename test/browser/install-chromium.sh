#!/bin/sh
# Installs Debian's Chromium and a font for the browser tests, where there is none yet. Needs root or sudo.
set -eu

if command -v chromium >/dev/null 2>&1; then
  exit 0
fi

as_root=''
if [ "$(id -u)" -ne 0 ]; then
  as_root='sudo'
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends chromium fonts-liberation
