import { shellQuote } from '../text/shellQuote';
import { REDACTION } from './redaction';

/** Begins each line of the record. */
export const RECORD_PREFIX = 'sidecar-trial';

/** So that a line with the shim's JSON around it is under 8 KiB, at which some container runtimes cut lines. */
const DATA_CHARACTERS = 7600;

/** The interpreter as the kernel reads it, perhaps with a carriage return; empty if the kernel finds none. */
const interpreterOf = (text: string): string => /^#![ \t]*([^ \t\n]+)/.exec(text)?.[1] ?? '';

/**
 * A hook script that does what `script` does, and writes to its log what the script got and did. It needs only a POSIX
 * shell, base64 or python3, and a writable /tmp, all of which KubeVirt's image has.
 *
 * The record is lines `sidecar-trial <call> <part> <n>/<of> <base64>` for the parts `input`, `output` and `stderr`, each
 * ended by `sidecar-trial <call> <part> end <codec> <cksum> <bytes>`, and
 * `sidecar-trial <call> exit <code> <milliseconds>`.
 *
 * @param id unique for each hook of each trial
 */
export const recorder = (script: string, id: string): string => `#!/bin/sh
# Made for a trial start. Runs the script below, and writes to the log what it got and did.
work="\${TMPDIR:-/tmp}/sidecar-trial-${id}"
mkdir -p "$work" && chmod 700 "$work" || exit 125
call=1
until mkdir "$work/$call" 2>/dev/null; do
  call=$((call + 1))
  [ "$call" -le 1000 ] || exit 125
done
dir="$work/$call"

say() { printf '${RECORD_PREFIX} %s %s\\n' "$call" "$1" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
if has gzip; then codec=gzip; else codec=plain; fi
pack() { if [ "$codec" = gzip ]; then gzip -c; else cat; fi; }
encode() {
  if has base64; then base64; else
    python3 -c 'import base64, sys; sys.stdout.write(base64.b64encode(sys.stdin.buffer.read()).decode())'
  fi
}
record() {
  pack <"$dir/$1" | encode | tr -d '\\n' | fold -w ${DATA_CHARACTERS} >"$dir/lines"
  echo >>"$dir/lines"
  of=$(grep -c . "$dir/lines")
  part=0
  while read -r line; do
    [ -n "$line" ] || continue
    part=$((part + 1))
    say "$1 $part/$of $line"
  done <"$dir/lines"
  say "$1 end $codec $(cksum <"$dir/$1")"
}
hide() {
  python3 -c ${shellQuote(REDACTION)} "$@" && return
  for file in "$@"; do echo "{\\"bytes\\": $(wc -c <"$file")}" >"$file"; done
  codec=hidden
}

printf '%s' "$4" >"$dir/input"
# Cloud-init data has secrets: they are hidden before anything is written to the log.
[ "$3" = --cloud-init ] || record input

name=\${0##*/}
printf '%s' ${shellQuote(script)} >"$dir/$name"
chmod 755 "$dir/$name"
interpreter=${shellQuote(interpreterOf(script))}
: >"$dir/stderr"
: >"$dir/output"
if [ -z "$interpreter" ]; then refused='exec format error'
elif [ ! -e "$interpreter" ]; then refused='no such file or directory'
elif [ -d "$interpreter" ] || [ ! -x "$interpreter" ]; then refused='permission denied'
else refused=''; fi
if [ -n "$refused" ]; then
  code=126
  ms=0
  say "refused $refused"
else
  began=$(date +%s%N)
  "$dir/$name" "$@" >"$dir/output" 2>"$dir/stderr" </dev/null
  code=$?
  ended=$(date +%s%N)
  case "$began$ended" in *[!0-9]*) ms=- ;; *) ms=$(((ended - began) / 1000000)) ;; esac
fi
cat "$dir/output"
if [ "$3" = --cloud-init ]; then
  hide "$dir/input" "$dir/output" "$dir/stderr" 2>/dev/null
  record input
fi
record output
record stderr
say "exit $code $ms"
rm -f "$dir"/*
# The shim stops reading when this ends: without the wait, the last lines would be lost.
sleep 0.3 2>/dev/null || sleep 1
exit "$code"
`;
