import { describe, expect, it } from 'vitest';
import { maskSecrets } from './maskSecrets';

describe('secrets in the command lines of well-known programs', () => {
  it.each([
    ['sshpass -p geheim ssh a@b', 'sshpass -p *** ssh a@b'],
    ["sshpass -p'ge heim' ssh a@b", "sshpass -p'***' ssh a@b"],
    ['mysql -u root -pgeheim db', 'mysql -u root -p*** db'],
    ['mysqldump -p"ge heim" db', 'mysqldump -p"***" db'],
    ['curl -s -u admin:geheim https://x', 'curl -s -u admin:*** https://x'],
    ['curl --user "admin:ge heim" https://x', 'curl --user "admin:***" https://x'],
    ['{"msg":"sshpass -p \\"ge heim\\" ssh a@b"}', '{"msg":"sshpass -p \\"***\\" ssh a@b"}'],
  ])('are taken out of %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect(maskSecrets(masked)).toBe(masked);
  });

  it.each([
    'mysql -u root -p db',
    'mysql --port 3306',
    'ssh -p 22 x; curl -u admin https://x',
    'curl https://x:8080/a',
  ])('are not seen in %j', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});

describe('secrets in Ruby', () => {
  it('are taken out of hashes', () => {
    expect(maskSecrets("{ 'password' => 'ge\\'heim', :token => \"geheim\", 'a' => 'b' }")).toBe(
      "{ 'password' => '***', :token => \"***\", 'a' => 'b' }",
    );
  });
});
