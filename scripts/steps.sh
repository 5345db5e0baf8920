# Sourced by the other scripts: steps with one line each, their output in build/logs.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build/logs

# step TITLE COMMAND…: runs the command and prints the title with the time that it took. When it
# fails, shows the end of its output and exits with its status.
step() {
  local title=$1 began=$SECONDS status=0
  local log="build/logs/${title//[^a-zA-Z0-9+]/-}.log"
  shift
  printf '%-58s' "$title"
  "$@" </dev/null >"$log" 2>&1 || status=$?
  if [ "$status" -eq 0 ]; then
    printf '%5d s\n' $((SECONDS - began))
    return
  fi
  printf 'failed\n\n'
  tail -n "${ENTENTE_TAIL:-40}" "$log"
  printf '\n%s failed after %d s (status %d). All of its output: %s\n' \
    "$title" $((SECONDS - began)) "$status" "$log"
  exit "$status"
}
