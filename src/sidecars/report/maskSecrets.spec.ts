import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets, maskSteps } from './maskSecrets';

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

  it('takes many steps for many lines, and masks the same', () => {
    const text = `${'  <a:b>c</a:b>\n'.repeat(3_000)}<graphics passwd="geheim"/>\n`;
    const steps = maskSteps(text, true);
    let count = 0;
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) {
        expect(value).toBe(text.replace('geheim', '***'));
        break;
      }
      count += 1;
    }
    expect(count).toBeGreaterThan(15);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof maskSecrets(text)).toBe('string');
      }),
    );
  });
});
