/** So many letters and digits, or as many as a text that is cut has. */
const WORD = '(?=[\\w-]{16}|[\\w-]*…?$)';

/** With what tokens of well-known services begin. */
const TOKEN_STARTS = [
  'sha256~',
  'gh[oprsu]_',
  'github_pat_',
  'gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-',
  'xox[a-z]-',
  'pypi-AgE',
  'hv[bsr]\\.',
  '[rs]k_(?:live|test)_',
  'AIza',
  'ya29\\.',
  'dop_v1_',
  'AGE-SECRET-KEY-',
  'A(?:KIA|SIA)(?=[A-Z0-9])',
  `(?:npm_|hf_|sk-)${WORD}`,
  'SG\\.(?=[\\w-]{16}\\w*\\.|[\\w-]*…?$)',
];

const SCHEME = '(?:Bearer|Basic|Token|Negotiate|ApiKey)\\s';

/** Secrets that are known by how they look, or by the request that they are part of. */
export const TOKENS: readonly RegExp[] = [
  new RegExp(`()(?<![A-Za-z0-9])(?:${TOKEN_STARTS.join('|')})[\\w.=-]+()`, 'g'),
  /()(?<![\w.-])[a-z0-9]{6}\.(?=[a-z]{0,15}\d)(?=[0-9a-f]{0,15}[g-z])[a-z0-9]{16}(?![\w.-])()/g,
  /(\b(?:Bearer|Basic)\s+)[\w.~+/-]{8,}=*()/gi,
  /()(?<![\w-])eyJ[\w-]+(?:\.[\w-]+(?:\.[\w-]*|…?$)|\.?…?$)()/g,
  // Headers of requests.
  /(\bauthorization\s*[:=]\s*(?:Digest|AWS4-[\w-]{1,40})\s)[^\n]+()/gi,
  new RegExp(
    `(\\bauthorization(?:\\\\*["'])?\\s*[:=]\\s*(?:\\\\*["'])?(?:${SCHEME}+|(?!${SCHEME}|Digest\\s|AWS4-)))` +
      '(?![\\s{[(*])[^\\n"\'\\\\]+()',
    'gi',
  ),
  /(\b(?:set-)?cookie\s*:\s*)(?!\s)[^\n"'\\]+()/gi,
  // Passwords in addresses, but no ports where a text ends; a token may be the only user.
  /(:\/\/[^\s:/@[]*:)(?!\d{1,5}[^\w@]*$)[^\s@/]+(@|$)/g,
  /(\bhttps?:\/\/)[^\s:/@?#"'<>\\]+(@)/g,
  /([?&;](?:sig|signature|key|code|auth|x-amz-(?:signature|credential))=)[^\s&"'<>\\]+()/gi,
  /(\bhttps?:\/\/(?:hooks\.slack\.com|[^\s"'<>\\]{1,200}?\/(?:web-?hooks?|webhookb2))\/)[^\s"'<>\\]+()/gi,
  /(\/bot\d{3,20}:)[\w-]+()/g,
  // Crypt hashes, and the dump of a domain that may hold passwords.
  /()\$(?:1|2[aby]|5|6|y)\$[\w./$=,-]{8,500}()/g,
  /(Base64 dump )[A-Za-z0-9+/=]+()/g,
  // Base64 of #cloud-config, #!, of multipart data, and of what begins as keys do.
  /()\b(?:I2Nsb3Vk|IyEv|Q29udGVudC1UeXBl|LS0tLS1CRUdJTi)[A-Za-z0-9+/=]{8,}()/g,
  // Logins to registries.
  /((\\*)"_?auth\2"\s*:\s*\2")[^"\\]+()/g,
  /(\b_auth\s*=\s*)[^\s"'\\]+()/g,
  // Files of settings that have a blank between a name and its value.
  /(\b(?:bindpw|rootpw|requirepass|masterauth|r[ow]community6?|wpa-psk)[ \t]+(?:--plaintext[ \t]+)?)(?![=:])[^\n"'\\]+()/g,
  /(\b(?:login|machine)[ \t]+\S{1,100}\s+password[ \t]+)\S+()/g,
  /^([A-Za-z*][\w.*-]*:(?:\d{4,5}|\*):[\w.*-]+:[\w.*-]+:)[^\s:]+()$/gm,
];

/** A Secret, whose data is secret whatever its names are. */
export const IS_SECRET = /^[ \t-]*kind:[ \t]*["']?Secret["']?[ \t]*$|"kind\\*"\s*:\s*\\*"Secret\\*"/m;
export const SECRET_DATA = /(\\*"(?:stringData|data)\\*"\s*:\s*\{)[^}]*(\}|$)/g;
