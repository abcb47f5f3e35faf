import { t } from '../../findings/finding';
import type { Recipe } from '../recipe';
import { CLOUD_INIT_CAVEATS } from './caveats';

export const writeFile: Recipe = {
  id: 'writeFile',
  version: 1,
  title: t('Write a file in the guest'),
  does: t('Adds a file to what cloud-init writes when the guest starts for the first time.'),
  category: 'guest',
  hookPoint: 'preCloudInitIso',
  parameters: [
    {
      name: 'path',
      label: t('Path'),
      kind: 'text',
      isRequired: true,
      default: '/etc/motd.d/hook-sidecar',
      maxLength: 1024,
      pattern: { regExp: /^\/[^"\\]*$/, says: t('An absolute path') },
    },
    {
      name: 'content',
      label: t('Content'),
      kind: 'text',
      isMultiline: true,
      default: 'Prepared by a hook sidecar\n',
      maxLength: 16_384,
    },
    {
      name: 'permissions',
      label: t('Permissions'),
      kind: 'text',
      isRequired: true,
      default: '0644',
      maxLength: 4,
      pattern: { regExp: /^0[0-7]{3}$/, says: t('Four octal digits, such as 0644') },
    },
  ],
  native: {
    when: t('If the file is the same for each start, it belongs into the user data of the VM.'),
    yaml: `spec:
  template:
    spec:
      volumes:
        - name: cloudinit
          cloudInitNoCloud:
            userData: |
              #cloud-config
              write_files:
                - path: /etc/motd.d/hello
                  content: Hello
`,
  },
  // Parts of a multipart message are merged by cloud-init itself: the image has no YAML parser. JSON is YAML too.
  change: `def change(data):
    content = base64.b64encode(PARAMETERS["content"].encode()).decode()
    file = {
        "path": PARAMETERS["path"],
        "permissions": PARAMETERS["permissions"],
        "encoding": "b64",
        "content": content,
    }
    config = {"merge_how": "list(append)+dict(recurse_array)+str()", "write_files": [file]}
    added = MIMEText("#cloud-config\\n" + json.dumps(config, ensure_ascii=False), "cloud-config", "utf-8")
    added.add_header("Content-Disposition", "attachment", filename="recipe-write-file.cfg")
    user_data = data.get("UserData") or ""
    if added.get_payload() in user_data:
        return
    message = email.message_from_string(user_data)
    if not message.is_multipart():
        own = message if message.get("Content-Type") else MIMEText(user_data, "plain", "utf-8")
        message = MIMEMultipart(boundary="hook-sidecar-recipe")
        if user_data.strip():
            message.attach(own)
    message.attach(added)
    data["UserData"] = message.as_string()
`,
  caveats: [t('cloud-init writes files only at the first start of a guest.'), ...CLOUD_INIT_CAVEATS],
  documentation: 'https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files',
  expectations: () => [],
  guestCommand: 'cloud-init query userdata',
  cel: { missing: t('A Plugin changes the domain only, not the cloud-init data.') },
};
