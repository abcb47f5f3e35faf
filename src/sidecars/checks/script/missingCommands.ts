/**
 * Commands that scripts like to use, by the package that holds them, none of which is in KubeVirt's sidecar-shim image.
 * Source: rpm/BUILD.bazel of KubeVirt 1.9, sidecar-shim for CentOS Stream 9 and 10. Besides libraries both have acl, bash,
 * ca-certificates, coreutils-single, curl, findutils, gawk, glibc-common, grep, p11-kit-trust, python3, sed and
 * vim-minimal, and nothing else.
 */
const BY_PACKAGE: Readonly<Record<string, string>> = {
  bc: 'bc dc',
  'bind-utils': 'dig host nslookup',
  bzip2: 'bzip2 bunzip2 bzcat',
  cpio: 'cpio',
  diffutils: 'diff cmp diff3 sdiff',
  dmidecode: 'dmidecode',
  dos2unix: 'dos2unix unix2dos',
  file: 'file',
  gettext: 'envsubst gettext',
  git: 'git',
  gzip: 'gzip gunzip zcat zgrep',
  hostname: 'hostname',
  iproute: 'ip ss bridge tc',
  iputils: 'ping arping',
  'jq, yq, xq': 'jq yq xq',
  'kubectl, oc, virtctl': 'kubectl oc virtctl',
  less: 'less',
  'libvirt-client, virt-install': 'virsh virt-xml virt-install',
  'libxml2, libxslt, xmlstarlet': 'xmllint xsltproc xmlstarlet xpath',
  lsof: 'lsof',
  'make, gcc': 'make gcc cc',
  ncurses: 'tput clear',
  'net-tools': 'ifconfig netstat route',
  'nmap-ncat': 'nc ncat',
  'openssh-clients': 'ssh scp sftp ssh-keygen',
  openssl: 'openssl',
  'other languages': 'perl python python2 node ruby php',
  patch: 'patch',
  'pciutils, usbutils': 'lspci lsusb',
  'procps-ng': 'ps pgrep pkill free top uptime watch sysctl',
  psmisc: 'killall pstree fuser',
  'python3-pip': 'pip pip3',
  'qemu-img, xorriso': 'qemu-img genisoimage mkisofs xorriso',
  rsync: 'rsync',
  'strace, gdb': 'strace gdb',
  sudo: 'sudo',
  tar: 'tar',
  telnet: 'telnet',
  tree: 'tree',
  'util-linux':
    'uuidgen hexdump flock getopt logger column rev script lsblk mount umount setsid su lscpu dmesg nsenter unshare taskset more',
  'vim-common, vim-enhanced, nano': 'xxd vim nano',
  wget: 'wget',
  which: 'which',
  xz: 'xz unxz xzcat',
  'zip, unzip': 'zip unzip',
};

export const MISSING_COMMANDS: ReadonlySet<string> = new Set(
  Object.values(BY_PACKAGE).flatMap((commands) => commands.split(' ')),
);
