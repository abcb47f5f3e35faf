/**
 * A Python program that writes cloud-init data for a log: its structure, with all values that may be secret hidden.
 * Equal values have equal marks within one call, so that a change can be seen; the key of the marks is never stored.
 *
 * Arguments: the files of the input, the output and stderr. Each is replaced.
 */
export const REDACTION = String.raw`
import hashlib, hmac, json, os, re, sys
key = os.urandom(32)
secrets = set()
PLAIN = ("DataSource", "VolumeName", "instance-id")
WORDS = set("""users name groups shell sudo lock_passwd passwd password plain_text_passwd hashed_passwd ssh_pwauth
chpasswd list expire ssh_authorized_keys ssh_keys ssh_import_id hostname fqdn manage_etc_hosts timezone locale packages
package_update package_upgrade write_files path content owner permissions encoding append defer bootcmd runcmd
power_state mode delay timeout message condition mounts swap disk_setup fs_setup growpart ntp servers ca_certs trusted
version ethernets match macaddress set-name dhcp4 dhcp6 addresses gateway4 gateway6 nameservers search routes to via
config type subnets network""".split())

def mark(value):
    if len(value) > 3:
        secrets.add(value)
    return "<hidden " + hmac.new(key, value.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:8] + ">"

def line(text):
    found = re.match(r"^(\s*(?:- +)*)([\w-]+):(?: +(.*))?$", text)
    if found and found.group(2) in WORDS:
        rest = found.group(3)
        return found.group(1) + found.group(2) + ":" + (" " + mark(rest) if rest else "")
    bare = text.lstrip(" -")
    return text if text == "#cloud-config" or not bare else text[:len(text) - len(bare)] + mark(bare)

def hide(value, name=""):
    if isinstance(value, dict):
        return {field: hide(inner, field) for field, inner in value.items()}
    if isinstance(value, list):
        return [hide(inner) for inner in value]
    if name in ("UserData", "NetworkData") and isinstance(value, str):
        return "\n".join(line(part) for part in value.split("\n"))
    if name in PLAIN or value is None or isinstance(value, bool):
        return value
    return mark(str(value))

def rewrite(file, change):
    with open(file, encoding="utf-8", errors="surrogateescape") as opened:
        text = opened.read()
    with open(file, "w", encoding="utf-8", errors="surrogateescape") as opened:
        opened.write(change(text))

def data(text):
    if not text.strip():
        return text
    try:
        return json.dumps(hide(json.loads(text)), ensure_ascii=False, indent=2)
    except ValueError:
        return mark(text)

def messages(text):
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, mark(secret))
    return text

for file, change in zip(sys.argv[1:], (data, data, messages)):
    rewrite(file, change)
`;
