#!/usr/bin/env bash
# Runs a script of this folder once all is there that it takes; says in plain words what is missing.
#   run.sh SCRIPT.mjs [ARGUMENT]…        exit status 77: skipped
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

skip() {
  echo "skipped: $1"
  exit 77
}

node=$(command -v node || command -v nodejs) || skip "there is no Node.js; scripts/install-packages report test"
[ "$("$node" -p 'parseInt(process.versions.node)')" -ge 18 ] || skip "Node.js is older than 18"
command -v npm > /dev/null || skip "there is no npm; scripts/install-packages report test"
ENTENTE_CHROMIUM=${ENTENTE_CHROMIUM:-$(command -v chromium || command -v chromium-browser)} ||
  skip "there is no chromium; scripts/install-packages test"
export ENTENTE_CHROMIUM

# Once for each state of the lock file.
installed=$here/node_modules/.installed
exec 9< "$here/package.json"
flock 9
if ! cmp --silent "$here/package-lock.json" "$installed"; then
  (cd "$here" && npm ci --no-audit --no-fund --loglevel=error) ||
    skip "npm could not install playwright-core and axe-core: is there a network?"
  cp "$here/package-lock.json" "$installed"
fi
exec 9<&-

exec "$node" "$here/$1" "${@:2}"
