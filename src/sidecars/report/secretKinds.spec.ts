import { describe, expect, it } from 'vitest';
import { maskLogText } from './maskLog';
import { maskSecrets } from './maskSecrets';

/** Each is made up. Where the secret cannot hold the word, it is named. */
const SECRET = 'geheim';
const TOKEN = 'Zk3QpX9vLr7TbW2sNc5YdH8mJf4G';

const kinds: readonly [kind: string, text: string, secret?: string][] = [
  // Tokens that are known by how they look.
  ['token of OpenShift', 'logged in with sha256~Zk3QpX9vLr7TbW2sNc5YdH8mJf4G now', TOKEN],
  ['token of GitHub', `git clone with ghp_${TOKEN}`, TOKEN],
  ['token of a GitHub app', `ghs_${TOKEN} is old`, TOKEN],
  ['fine-grained token of GitHub', `github_pat_11ABC_${TOKEN}`, TOKEN],
  ['token of GitLab', `glpat-${TOKEN}`, TOKEN],
  ['token of npm', `npm_${TOKEN}`, TOKEN],
  ['token of PyPI', `pypi-AgEIcHlwaS5vcmc${TOKEN}`, TOKEN],
  ['token of Slack', `xoxb-1234567890-${TOKEN}`, TOKEN],
  ['token of Vault', `hvs.${TOKEN}`, TOKEN],
  ['token of Hugging Face', `hf_${TOKEN}`, TOKEN],
  ['token of SendGrid', `SG.${TOKEN}.${TOKEN}`, TOKEN],
  ['key of Stripe', `sk_live_${TOKEN}`, TOKEN],
  ['key of Google', `AIzaSy${TOKEN}`, TOKEN],
  ['key of an AI service', `sk-proj-${TOKEN}`, TOKEN],
  ['key id of AWS', 'using AKIAIOSFODNN7EXAMPLE for S3', 'IOSFODNN7EXAMPLE'],
  ['temporary key id of AWS', 'ASIAIOSFODNN7EXAMPLE', 'IOSFODNN7EXAMPLE'],
  ['key of age', `AGE-SECRET-KEY-1${TOKEN.toUpperCase()}`, TOKEN.toUpperCase()],
  ['token of kubeadm', 'kubeadm join x --discovery abcdef.zk3qpx9vlr7tbw2s', 'zk3qpx9vlr7tbw2s'],
  ['a long word that looks random', `it printed ${TOKEN}${TOKEN}`, TOKEN],
  ['base64 of a key', 'got LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=', 'CRUdJTiBSU0E'],

  // Files of settings.
  ['kubeconfig', '    client-key-data: Z2VoZWltZ2VoZWlt', 'Z2VoZWlt'],
  ['kubeconfig in JSON', '{"user":{"client-key-data":"Z2VoZWlt"}}', 'Z2VoZWlt'],
  ['dockerconfigjson', '{"auths":{"quay.io":{"auth":"dTpnZWhlaW0=","email":""}}}', 'dTpnZWhlaW0='],
  ['dockerconfigjson in JSON', '{"msg":"{\\"auth\\":\\"dTpnZWhlaW0=\\"}"}', 'dTpnZWhlaW0='],
  ['pull secret', '  .dockerconfigjson: eyJhdXRocyI6e30=', 'eyJhdXRocyI6e30='],
  ['Secret, stringData', 'kind: Secret\nstringData:\n  user: geheim\ntype: Opaque'],
  ['Secret, data', 'apiVersion: v1\nkind: Secret\ndata:\n  user: Z2VoZWlt\ntype: Opaque', 'Z2VoZWlt'],
  ['Secret in JSON', '{"kind":"Secret","data":{"user":"Z2VoZWlt"}}', 'Z2VoZWlt'],
  ['key of TLS', '  tls.key: Z2VoZWlt', 'Z2VoZWlt'],
  ['activation key', 'subscription-manager register --org=1 --activationkey=geheim'],
  ['activation key apart', 'subscription-manager register --activationkey geheim --org 1'],
  ['activation key in cloud-init', 'rh_subscription:\n  activation-key: geheim'],
  ['npmrc', '//registry.local/:_authToken=geheim'],
  ['npmrc, old', '_auth=geheim'],
  ['netrc', 'machine git.local login ci password geheim'],
  ['pgpass', 'db.local:5432:app:admin:geheim'],
  ['ldap.conf', 'bindpw geheim'],
  ['ldap settings', 'bindpw: geheim'],
  ['slapd.conf', 'rootpw geheim'],
  ['kickstart', 'rootpw --plaintext geheim'],
  ['sssd', 'ldap_default_authtok = geheim'],
  ['wpa_supplicant', '  psk="ge heim"', 'heim'],
  ['psk without quotes', 'psk=geheim'],
  ['ifupdown', '  wpa-psk geheim'],
  ['netplan', '{access-points: {home: {psk: geheim}}}'],
  ['WireGuard', 'PresharedKey = geheim'],
  ['WireGuard, own key', 'PrivateKey = geheim'],
  ['redis.conf', 'requirepass geheim'],
  ['snmpd.conf', 'rocommunity geheim 10.0.0.0/8'],
  ['connection string', 'Server=db;Uid=sa;Pwd=geheim;'],
  ['connection string of Azure', 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=geheim=='],
  ['shared access key', 'SharedAccessKeyName=x;SharedAccessKey=geheim'],
  ['sysprep, password', '<AdministratorPassword><Value>geheim</Value></AdministratorPassword>'],
  ['sysprep, log on', '<Password>\n  <Value>geheim</Value>\n</Password>'],
  ['sysprep in JSON', '"<Password>\\n <Value>geheim</Value>"'],
  [
    'sysprep in JSON as Go writes it',
    '"\\u003cPassword\\u003e\\u003cValue\\u003egeheim\\u003c/Value\\u003e"',
  ],
  ['sysprep within XML', '&lt;Password&gt;&lt;Value&gt;geheim&lt;/Value&gt;'],
  ['sysprep, product key', '<ProductKey>geheim</ProductKey>'],
  ['sysprep in a ConfigMap', 'data:\n  autounattend.xml: |\n    <x>geheim</x>\n  b: 1'],

  // Variables.
  ['DB_PASS', 'DB_PASS=geheim ./run'],
  ['DB_PASS with a number', 'export DB_PASS2=geheim'],
  ['MYSQL_PWD', 'MYSQL_PWD=geheim mysqldump x'],
  ['SSHPASS', 'SSHPASS=geheim sshpass -e ssh x'],
  ['access_key', 'access_key = geheim'],
  ['accessKey in JSON', '{"accessKey":"geheim"}'],
  ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY_ID=geheim'],
  ['pass in YAML', 'smtp:\n  pass: geheim'],
  ['pass in JSON', '{"user":"a","pass":"geheim"}'],
  ['pass of Python', "connect(user='x', pwd='geheim')"],
  ['encryption key', 'ENCRYPTION_KEY=geheim'],
  ['signing key', 'signing-key: geheim'],
  ['license key', 'LICENSE_KEY=geheim'],
  ['ssh key', 'SSH_KEY="geheim"'],
  ['passcode', 'passcode: geheim'],
  ['German name', 'kennwort=geheim'],

  // Requests.
  ['redis without a user', 'redis://:geheim@host:6379/0'],
  ['address with a user', 'postgres://app:geheim@db/x'],
  ['address with a token only', 'https://geheim@github.com/x/y.git'],
  ['Authorization: token', 'curl -H "Authorization: token geheim" https://x'],
  ['Authorization, bare', 'Authorization: geheim'],
  ['Authorization in JSON', '{"Authorization":"Basic Z2Vo"}', 'Z2Vo'],
  ['Proxy-Authorization', 'Proxy-Authorization: Digest username="x", response="geheim"'],
  ['X-Api-Key', 'X-Api-Key: geheim'],
  ['cookie', 'Cookie: a=1; session=geheim'],
  ['Set-Cookie', 'Set-Cookie: sid=geheim; HttpOnly'],
  ['SAS', 'https://a.blob.core.windows.net/c?sv=2024&sig=geheim%3D&se=1'],
  ['signed address of AWS', 'https://b.s3/x?X-Amz-Signature=geheim&X-Amz-Expires=1'],
  ['key in an address', 'https://x/y?key=geheim&a=1'],
  ['webhook of Slack', 'https://hooks.slack.com/services/T000/B000/geheim'],
  ['webhook of Discord', 'https://discord.com/api/webhooks/1234/geheim'],
  ['webhook of Teams', 'https://x.webhook.office.com/webhookb2/geheim/IncomingWebhook/1'],
  ['webhook of another', 'https://hooks.x.local/webhook/geheim'],
  ['bot of Telegram', 'https://api.telegram.org/bot123456:geheim/sendMessage'],

  // Command lines.
  ['docker login', 'docker login -u ci -p geheim quay.io'],
  ['podman login', 'podman login quay.io -u ci -p "geheim"'],
  ['helm registry login', 'helm registry login -u x -p geheim y'],
  ['login from stdin', 'echo geheim | docker login --password-stdin'],
  ['sudo from stdin', 'echo geheim | sudo -S id'],
  ['cryptsetup', 'printf geheim | cryptsetup luksOpen /dev/vdb x -'],
  ['kinit', "echo 'geheim' | kinit admin"],
  ['ldapsearch', 'ldapsearch -x -D cn=admin -w geheim -b dc=x'],
  ['ldapmodify', "ldapmodify -D cn=admin -w 'ge heim' -f x", 'heim'],
  ['openssl', 'openssl rsa -in k -passin pass:geheim'],
  ['openssl enc', 'openssl enc -aes-256-cbc -k geheim -in x'],
  ['net use', 'net use Z: \\\\srv\\share geheim /user:admin'],
  ['net user', 'net user admin geheim /add'],
  ['cmdkey', 'cmdkey /add:srv /user:x /pass:geheim'],
  ['smbclient', 'smbclient //srv/x -U admin%geheim'],
  ['mount', 'mount -t cifs //srv/x /mnt -o username=a,password=geheim'],
  ['htpasswd', 'htpasswd -bB users admin geheim'],
  ['useradd', 'useradd -m -p geheim admin'],
  ['zip', 'zip -P geheim a.zip b'],
  ['7z', '7z x -pgeheim a.7z'],
  ['ipmitool', 'ipmitool -H bmc -U admin -P geheim power status'],
  ['SQL', "CREATE USER 'a' IDENTIFIED BY 'geheim'"],
  ['SQL of PostgreSQL', "ALTER ROLE a WITH PASSWORD 'geheim'"],
  ['expect', 'expect "assword:" { send "geheim\\r" }'],
];

describe('each kind of secret', () => {
  it.each(kinds)('is masked: %s', (_kind, text, secret = SECRET) => {
    const masked = maskSecrets(text);
    expect(text).toContain(secret);
    expect(masked).not.toContain(secret);
    expect(masked).toContain('***');
    expect(maskSecrets(masked)).toBe(masked);
  });

  it.each(kinds)('is masked in a line of a log, which is JSON: %s', (_kind, text, secret = SECRET) => {
    const masked = maskLogText(JSON.stringify({ level: 'info', msg: text }));
    expect(masked).not.toContain(secret);
  });
});

describe('what holds no secret', () => {
  it.each([
    'PWD=/home/user',
    'OLDPWD=/tmp',
    'cd "$PWD" && pwd',
    'bash: passwd: command not found',
    "<cpu mode='host-passthrough' check='none' migratable='on'/>",
    'bypass=1 compass: north',
    '12 passed, 0 failed',
    'key: value',
    '{"configMap":{"name":"a","key":"my_script.sh"}}',
    'image: quay.io/kubevirt/sidecar-shim@sha256:0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
    'uid: 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '/var/lib/kubelet/pods/3f2504e0-4f89-11d3-9a0c-0305e82c3301/volumes/kubernetes.io~empty-dir/hook',
    '/var/run/kubevirt-private/3f2504e0-4f89-11d3-9a0c-0305e82c3301/virt-vnc',
    'virt-launcher-fedora-7f9c5 is Running',
    'commit 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGk3QpX9vLr7TbW2sNc5YdH8mJf4GZk3QpX9vLr7T user@host',
    '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----',
    'kubeadm join 10.0.0.1:6443 --discovery-token-ca-cert-hash sha256:0a1b2c3d',
    "couldn't find key password in Secret default/db",
    'type: kubernetes.io/service-account-token',
    'mountPath: /var/run/secrets/kubernetes.io/serviceaccount',
    'authorization.k8s.io/v1 selfsubjectaccessreviews',
    'author: somebody',
    'openssl rsa -in key.pem -out x',
    'mkdir -p /tmp/x && cp -p a b',
    'grep -w name file; sort -k 2 x; ls -U',
    'net user; netstat -an',
    'docker run -p 8080:80 nginx',
    'sudo: a password is required',
    'reach https://x.local/a?b=c or mail a@b.c',
    'dial tcp 10.0.0.1:6443: connect: connection refused',
    "Error: exec: 'sha256sum': not found",
    '2026-01-02T03:04:05.123456789Z INFO vm.17f2a3b4c5d6e7f8 Started',
    "LibvirtError(Code=1, Domain=10, Message='internal error: qemu unexpectedly closed the monitor')",
    'psk-file.c: key_mgmt=WPA-PSK',
    "<alias name='ua-hotplug1'/><address type='pci' domain='0x0000' bus='0x05'/>",
  ])('stays as it is: %j', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});
