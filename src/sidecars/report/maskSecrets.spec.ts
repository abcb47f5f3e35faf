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
