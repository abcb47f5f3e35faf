#!/bin/busybox sh
# The guest's first and only program: loads drivers, mounts the cloud-init disk, starts the guest agent, shows what hook
# scripts can change, and runs a shell on the serial console.
/bin/busybox --install -s /bin
export PATH=/bin:/usr/sbin HOME=/ TERM=vt100
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
modprobe -a virtio_pci virtio_console virtio_blk virtio_scsi ahci sd_mod sr_mod isofs 2>/dev/null

for disk in /dev/sr? /dev/vd? /dev/sd?; do
  if [ -b "$disk" ] && mount -t iso9660 -o ro "$disk" /mnt 2>/dev/null; then
    if [ -f /mnt/user-data ] || [ -d /mnt/openstack ]; then
      ln -s /mnt /cloud-init
      break
    fi
    umount /mnt
  fi
done
user_data=$(cat /cloud-init/user-data /cloud-init/openstack/latest/user_data 2>/dev/null)

# A line `# qemu-ga: OPTIONS` in the user data sets options of the agent, `# qemu-ga: off` disables it.
options=$(printf '%s\n' "$user_data" | sed -n 's/^# qemu-ga: //p')
for port in /sys/class/virtio-ports/*; do
  if [ "$(cat "$port/name" 2>/dev/null)" = org.qemu.guest_agent.0 ] && [ "$options" != off ]; then
    # shellcheck disable=SC2086 # several options
    qemu-ga -d -m virtio-serial -p "/dev/${port##*/}" -t /run -f /run/qemu-ga.pid -l /var/log/qemu-ga.log $options
  fi
done

echo "BOARD_VENDOR=$(cat /sys/class/dmi/id/board_vendor 2>/dev/null)"
[ -z "$user_data" ] || printf 'cloud-init user data:\n%s\n' "$user_data"
echo "Ready after $(cut -d ' ' -f 1 /proc/uptime) s. This guest runs from memory; its disks are empty."

while :; do
  setsid cttyhack sh
done
