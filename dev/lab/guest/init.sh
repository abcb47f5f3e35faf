#!/bin/busybox sh
# The guest's first and only program: loads drivers, starts the guest agent, shows what hook scripts can change, and
# leaves a shell on the serial console.
/bin/busybox --install -s /bin
export PATH=/bin:/usr/sbin HOME=/ TERM=vt100
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
modprobe -a virtio_pci virtio_console virtio_blk virtio_scsi ahci sd_mod sr_mod isofs button 2>/dev/null

for port in /sys/class/virtio-ports/*; do
  if [ "$(cat "$port/name" 2>/dev/null)" = org.qemu.guest_agent.0 ]; then
    qemu-ga -d -m virtio-serial -p "/dev/${port##*/}" -t /run -f /run/qemu-ga.pid -l /var/log/qemu-ga.log
  fi
done

echo "BOARD_VENDOR=$(cat /sys/class/dmi/id/board_vendor 2>/dev/null)"
for disk in /dev/sr? /dev/vd? /dev/sd?; do
  if [ -b "$disk" ] && mount -t iso9660 -o ro "$disk" /mnt 2>/dev/null; then
    if [ -f /mnt/user-data ] || [ -d /mnt/openstack ]; then
      ln -s /mnt /cloud-init
      echo "cloud-init on $disk:"
      cat /mnt/user-data /mnt/openstack/latest/user_data 2>/dev/null
      echo
      break
    fi
    umount /mnt
  fi
done
echo "Ready after $(cut -d ' ' -f 1 /proc/uptime) s. This guest runs from memory; its disks are empty."

while :; do
  setsid cttyhack sh
done
