# ROOT WORK COMMAND [ARGUMENT…]: runs a command that sees only the system's programs, read-only, and the folders of its
# sandbox. Started with all rights in its own user, mount and network namespace; the command gets none of these rights.
set -e
root=$1 work=$2
shift 2
new=$root/jail
mount -t tmpfs -o size=16m,mode=755 jail "$new"
for path in /usr /bin /sbin /lib /lib32 /lib64 /libx32 /etc /nix; do
  if [ -L "$path" ]; then
    ln -s "$(readlink "$path")" "$new$path"
  elif [ -d "$path" ]; then
    mkdir "$new$path"
    mount --rbind -o ro "$path" "$new$path"
  fi
done
mkdir "$new/dev" "$new/dev/shm" "$new/proc" "$new/tmp"
for device in null zero full random urandom; do
  : >"$new/dev/$device"
  mount --bind "/dev/$device" "$new/dev/$device"
done
ln -s /proc/self/fd "$new/dev/fd"
ln -s /proc/self/fd/0 "$new/dev/stdin"
ln -s /proc/self/fd/1 "$new/dev/stdout"
ln -s /proc/self/fd/2 "$new/dev/stderr"
# Of outside processes the command can read only what everybody may see, because they are in another user namespace.
mount --rbind /proc "$new/proc"
mount --bind "$root/tmp" "$new/tmp"
mkdir -p "$new$root"
mount --bind -o ro "$root" "$new$root"
mount --bind "$work" "$new$work"
exec chroot "$new" /bin/sh -c '
  cd "$1"
  shift
  exec setpriv --inh-caps=-all --ambient-caps=-all --no-new-privs -- "$@"
' sh "$work" "$@"
