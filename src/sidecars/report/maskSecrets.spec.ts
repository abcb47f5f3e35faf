import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from './maskSecrets';

describe('maskSecrets', () => {
  it.each([
    ['<graphics type="vnc" passwd="geheim" port="1"/>', '<graphics type="vnc" passwd="***" port="1"/>'],
    ["<graphics passwd='geheim'/>", "<graphics passwd='***'/>"],
    ['{"name":"x","password":"ge\\"heim","n":1}', '{"name":"x","password":"***","n":1}'],
    ['{"userData": "#cloud-config\\npassword: geheim"}', '{"userData": "***"}'],
    [
      '{"UserData":"geheim","NetworkData":"geheim","VolumeName":"v"}',
      '{"UserData":"***","NetworkData":"***","VolumeName":"v"}',
    ],
    ['{"userDataBase64":"Z2VoZWlt"}', '{"userDataBase64":"***"}'],
    [
      '{"msg":"vmi {\\"password\\":\\"geheim\\",\\"a\\":1}"}',
      '{"msg":"vmi {\\"password\\":\\"***\\",\\"a\\":1}"}',
    ],
    ['password: geheim\nname: x', 'password: ***\nname: x'],
    ['a:\n  userData: |\n    #cloud-config\n\n    password: geheim\n  b: 1', 'a:\n  userData: ***\n  b: 1'],
    ['- token: geheim', '- token: ***'],
    ['DB_PASSWORD=geheim ./run', 'DB_PASSWORD=*** ./run'],
    ['run --password geheim -v', 'run --password *** -v'],
    ['Authorization: Bearer abcdefgh.ijkl', 'Authorization: Bearer ***'],
    ['eyJhbGciOi.eyJzdWIi.c2ln', '***'],
    ['https://user:geheim@host/x', 'https://user:***@host/x'],
    [
      '-----BEGIN RSA PRIVATE KEY-----\ngeheim\n-----END RSA PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY-----',
    ],
    ['passwd $6$salt$abcdefgh/ijk', 'passwd ***'],
    ['Domain XML generated. Base64 dump PGRvbWFpbj4=', 'Domain XML generated. Base64 dump ***'],
    ['data I2Nsb3VkLWNvbmZpZwpwYXNzd29yZDogeA== end', 'data *** end'],
    [
      '<description>password=&quot;ge&amp;heim&quot; x</description>',
      '<description>password=&quot;***&quot; x</description>',
    ],
    [
      '<arg value="{&quot;token&quot;: &quot;geheim&quot;,&quot;a&quot;:1}"/>',
      '<arg value="{&quot;token&quot;: &quot;***&quot;,&quot;a&quot;:1}"/>',
    ],
    ['<cmdline>quiet password=&lt;geheim quiet</cmdline>', '<cmdline>quiet password=*** quiet</cmdline>'],
    ['<password>geheim</password>', '<password>***</password>'],
    // Lists, numbers, and arguments that are elements of a list.
    ['{"tokens":["geheim", "ge]heim\\"]"],"n":[1]}', '{"tokens":["***"],"n":[1]}'],
    ['{"tokens": [\n  "geheim"\n]}', '{"tokens": [\n  "***"\n]}'],
    ['{"msg":"{\\"tokens\\":[\\"geheim\\"]}"}', '{"msg":"{\\"tokens\\":[\\"***\\"]}"}'],
    ['{"password":12345,"token": -1.5e3}', '{"password":"***","token": "***"}'],
    ['{"msg":"{\\"password\\":12345}"}', '{"msg":"{\\"password\\":\\"***\\"}"}'],
    ['{"args":["--password","geheim","-v"]}', '{"args":["--password","***","-v"]}'],
    ['"args": [\n  "--admin-password",\n  "geheim"\n]', '"args": [\n  "--admin-password",\n  "***"\n]'],
    ["run(['x', '--token', 'geheim'])", "run(['x', '--token', '***'])"],
    ['"[{\\"args\\":[\\"--token\\",\\"geheim\\"]}]"', '"[{\\"args\\":[\\"--token\\",\\"***\\"]}]"'],
    ['args:\n  - --password\n  - geheim\n  - -v', 'args:\n  - --password\n  - ***\n  - -v'],
    // Quotes of any depth.
    ['run --password "ge heim" -v', 'run --password "***" -v'],
    ['"run --password \\"ge heim\\" -v"', '"run --password \\"***\\" -v"'],
    ['"PASSWORD=\\"ge heim\\" run"', '"PASSWORD=\\"***\\" run"'],
    ["{'password': 'geheim', 'a': 1}", "{'password': '***', 'a': 1}"],
    ['{\\"password\\":\\"ge\\\\\\"heim\\",\\"a\\":1}', '{\\"password\\":\\"***\\",\\"a\\":1}'],
    ['\\\\\\"password\\\\\\":\\\\\\"geheim\\\\\\" x', '\\\\\\"password\\\\\\":\\\\\\"***\\\\\\" x'],
    // Passwords below a name that does not say so.
    ['chpasswd:\n  list: |\n    root:geheim\na: 1', 'chpasswd: ***\na: 1'],
    ['chpasswd:\n  users:\n    - {name: a, password: geheim}', 'chpasswd: ***'],
    ['{"chpasswd":{"list":"root:geheim"},"a":1}', '{"chpasswd":{***},"a":1}'],
    ["echo 'root:ge|heim' | sudo chpasswd -e", 'echo ***| sudo chpasswd -e'],
    ['echo geheim | passwd --stdin root', 'echo ***| passwd --stdin root'],
    ['chpasswd <<< root:geheim', 'chpasswd <<<***'],
    ["chpasswd <<'EOF'\nroot:geheim\nEOF\nexit", "chpasswd <<'EOF'\n***\nEOF\nexit"],
    // Flow mappings of YAML.
    ['{user: x, password: geheim}', '{user: x, password: ***}'],
    ['{user: x, password: ge heim, n: 1}', '{user: x, password: ***, n: 1}'],
    ['{password: ge,heim, token: "ge, heim"}', '{password: ***, token: "***"}'],
    ["- [{name: a, passwd: 'ge }heim'}, {b: 1}]", "- [{name: a, passwd: '***'}, {b: 1}]"],
    ['{"password": geheim, \'token\':geheim}', '{"password": ***, \'token\':***}'],
    ["{password: 'it''s geheim', a: 'b'}", "{password: '***', a: 'b'}"],
    ["{password: '', a: 'b'}", "{password: '***', a: 'b'}"],
    ['{a:{password:"geheim",b:1}}', '{a:{password:"***",b:1}}'],
    ['{user: x,\n password: geheim,\n n: 1}', '{user: x,\n password: ***\n n: 1}'],
    ['a: {tokens: [geheim, "geheim"], n: 1}', 'a: {tokens: [***], n: 1}'],
    ['a: {b: {c: d}, password: ge heim}', 'a: {b: {c: d}, password: ***}'],
    ['{"msg":"got {user: x, token: ge heim}"}', '{"msg":"got {user: x, token: ***}"}'],
    // In the middle of a line.
    ['login as admin password: geheim now', 'login as admin password: *** now'],
    ['login failed (password: ge"heim\')', "login failed (password: ***')"],
    ['the password : geheim now', 'the password : *** now'],
    ['the token: "ge heim" is old', 'the token: "***" is old'],
    ['x token: "geheim', 'x token: "***'],
    ['{"msg":"the password: geheim","n":1}', '{"msg":"the password: ***","n":1}'],
    ['{"msg":"the password: \\"ge heim\\" is"}', '{"msg":"the password: \\"***\\" is"}'],
    ['<description>the password: ge&amp;heim</description>', '<description>the password: ***</description>'],
    ['sent token=geheim to x', 'sent token=*** to x'],
    ['x and token = geheim to x', 'x and token = *** to x'],
    ['  db_password = ge heim', '  db_password = ***'],
    ['{Name:x Password:geheim Token:geheim}', '{Name:x Password:*** Token:***'],
    ['user:admin password:geheim', 'user:admin password:***'],
    ['password: "ge\n  heim"\na: 1', 'password: ***\na: 1'],
    // Names and values apart.
    ['{"name":"DB_PASSWORD","value":"ge\\"heim","n":1}', '{"name":"DB_PASSWORD","value":"***","n":1}'],
    ['- name: DB_PASSWORD\n  value: geheim\n- name: x', '- name: DB_PASSWORD\n  value: ***\n- name: x'],
    ['{name: DB_PASSWORD, value: ge heim}', '{name: DB_PASSWORD, value: ***}'],
    ["<entry name='password'>geheim</entry>", "<entry name='password'>***</entry>"],
    ["<param name='api-key' value='geheim'/>", "<param name='api-key' value='***'/>"],
    ['passphrase: geheim', 'passphrase: ***'],
    ['--private-key geheim', '--private-key ***'],
  ])('takes the secret out of %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    '<domain type="kvm"><name>a_vm</name><entry name="manufacturer">X</entry></domain>',
    '{"secretName":"x","secretRef":{"name":"y"}}',
    'secretName: x',
    'the password is wrong',
    '#!/bin/sh\nprintf %s "$4"',
    '{"args":["--version","v1alpha3"],"configMap":{"name":"a","key":"k"}}',
    '{"imagePullSecrets":[{"name":"x"}],"hasToken":true,"n":1}',
    'dial tcp https://registry.local:5000',
    'Get "https://10.0.0.1:6443"',
    'https://[::1]',
    'echo a | tee b',
    // What is told about secrets.
    'passwordAuthentication: no',
    'PasswordAuthentication no',
    '{"passwordAuthentication":"no","lock_passwd":false,"token":null}',
    'lock_passwd: false # as root',
    'token_count=5',
    'token_count: 5',
    '"tokenExpirationSeconds":3607',
    'read --password-file /run/x and --token-file=/run/y',
    'imagePullSecrets: [{name: x}]',
    '{secret: {secretName: x}, env: [{valueFrom: {secretKeyRef: {name: a, key: b}}}]}',
    'volumes:\n- secret:\n    secretName: x\n- projected: {sources: [{serviceAccountToken: {path: token}}]}',
    // Messages.
    'invalid token: unexpected end of input',
    'failed: token: x509: certificate has expired',
    'failed to get secret: secrets "x" is forbidden: User "y" cannot get resource',
    'error getting credentials: exec: "docker-credential": executable file not found',
    'MountVolume.SetUp failed for volume "kube-api-access-token" : secret "foo" not found',
    'pulling image registry/token-server:1.0 and quay.io/x/secret:v1',
    'if token == x',
    // Domain XML.
    '<auth username="u"><secret type="ceph" uuid="u-1"/></auth><keymap>de</keymap>',
    "<encryption format='luks'><secret type='passphrase' uuid='u-1'/></encryption>",
    "<alias name='ua-secret'/>\n<x name='token'>\n  <y/>\n</x>",
    "<qemu:arg value='-object'/><entry name='keyboard'>de</entry>",
  ])('leaves %j as it is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('leaves nothing of a secret, and masks nothing twice', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/).map((text) => `S${text}`);
    const forms = [
      (value: string) => JSON.stringify({ a: 1, passwd: value }),
      (value: string) => JSON.stringify({ spec: { userData: `#cloud-config\nchpasswd: ${value}` } }, null, 2),
      (value: string) => `<graphics passwd="${value}"></graphics>`,
      (value: string) => `x:\n  networkData: |\n    a: ${value}\n    b: 1\n`,
      (value: string) => JSON.stringify({ msg: JSON.stringify({ token: value }) }),
      (value: string) => `- {name: a, token: ${value}, b: [{password: ${value} ${value}}]}`,
      (value: string) => `got token: ${value}, password = ${value} and {Secret:${value}}\n`,
      (value: string) => `${value}\n${value}=\n-----END PRIVATE KEY-----\npassword: no\n`,
      (value: string) => `<x name="token">${value}</x><x name='token' value='${value}'/>`,
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...forms), (value, form) => {
        const masked = maskSecrets(form(value));
        expect(masked).not.toContain(value);
        expect(maskSecrets(masked)).toBe(masked);
      }),
    );
  });

  it.each([
    (value: string) => JSON.stringify({ passwd: value, a: 1 }),
    (value: string) => JSON.stringify({ userData: `#cloud-config\npassword: "${value}"\n`, a: 1 }),
    (value: string) => JSON.stringify({ msg: JSON.stringify({ token: `"\n${value}`, a: 1 }) }),
    (value: string) => JSON.stringify({ msg: JSON.stringify({ msg: JSON.stringify({ token: value }) }) }),
    (value: string) => JSON.stringify({ args: ['--password', value], tokens: ['a', value] }, null, 2),
    (value: string) => `{'password': '${value}', 'a': 1}`,
    (value: string) => `<graphics passwd="${value}"/><x token='${value}'/><secret>${value}</secret>`,
    (value: string) => `<x>{&quot;token&quot;:&quot;&lt;${value}&quot;}</x>`,
    (value: string) => `PASSWORD=${value} TOKEN="a ${value}" run --token ${value} --secret '${value}'`,
    (value: string) => `x:\n  networkData: |\n    a: ${value}\n  password: ${value}\n`,
    (value: string) => `chpasswd:\n  list: |\n    root:${value}\n`,
    (value: string) => `chpasswd <<EOF\nroot:${value}\nEOF\n`,
    (value: string) => `-----BEGIN PRIVATE KEY-----\n${value}\n-----END PRIVATE KEY-----\n`,
    (value: string) => `pull from https://admin:${value}@registry.local/x`,
    (value: string) => `eyJ${value}.${value}.${value} x`,
    (value: string) =>
      `- {name: a, token: ${value}, b: [{password: ${value} ${value}, 'secret': '${value}'}]}`,
    (value: string) => `{tokens: [${value}, ${value}], "password": ${value}}`,
    (value: string) => `as x password: ${value} and token: "${value} ${value}" and secret = ${value} x`,
    (value: string) => `{User:x Password:${value} Token:${value}} password:${value}`,
    (value: string) => `- name: TOKEN\n  value: ${value}\n- {name: TOKEN, value: ${value}}`,
    (value: string) => JSON.stringify({ msg: JSON.stringify({ name: 'TOKEN', value }) }),
    (value: string) => `<x name="token">${value}</x><x name='token' value='${value}'/>`,
  ])('leaves nothing of a secret wherever the text is cut (%#)', (form) => {
    const value = 'SGVpbWxpY2hrZWl0';
    const text = form(value);
    for (let length = 1; length <= text.length; length += 1) {
      for (const end of ['', '…']) {
        expect(maskSecrets(text.slice(0, length) + end)).not.toContain(value.slice(0, 4));
      }
    }
  });

  it('keeps lines on request', () => {
    expect(maskSecrets('a:\n  userData: |\n    x\n    y\n  b: 1\n', true)).toBe(
      'a:\n  userData: ***\n\n\n  b: 1\n',
    );
    const key = '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----';
    expect(maskSecrets(key, true)).toBe('-----BEGIN PRIVATE KEY-----***\n\n-----END PRIVATE KEY-----');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof maskSecrets(text)).toBe('string');
      }),
    );
  });
});
