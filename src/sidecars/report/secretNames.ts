/** Suffixes of what is told about a secret and is none: `token_count`, `passwordAuthentication`, `secretKeyRef`. */
const ABOUT =
  'names?|namespace|refs?|references?|counts?|len(?:gth)?|size|limit|types?|kind|format|files?|filename|path|dir|' +
  'policy|authentication|enabled|required|expir(?:y|es|ation)(?:_?seconds|_?in|_?at)?|ttl|reviews?|requests?|' +
  'ur[il]|endpoint|issuer|audiences?|provider|version|algorithm|cert-hash';

/**
 * Names of fields that hold secrets, from the word on that says so; references to secrets, such as `secretName`, are
 * none. What stands before the word is not looked at, and what comes after has a limit: one long word would else take
 * the square of its length.
 */
export const SECRET_NAME =
  `(?:${[
    'pass(?:wd|word|phrase|code|wort)|(?<!by|com|sur|tres|under|over)pass(?![a-z])',
    // Not the folder of a shell.
    'pwd(?!["\']?=["\']?[/$~])',
    'pw(?![a-z])|kennwort|authtok|(?<![a-z])psk|secret|token|credentials?|client-key-data|tls\\.key',
    '(?:api|access|account|activation|encryption|decryption|signing|master|licen[cs]e|product|private|pre-?shared|ssh)[_-]?key',
  ].join('|')})` + `(?<!automountServiceAccountToken|imagePullSecret)[\\w-]{0,100}(?![\\w-])(?<!${ABOUT})`;

/** What may stand before such a word where a name has to be seen from its beginning. */
export const BEFORE = '[\\w.:-]{0,100}?';

/** Cloud-init and sysprep data, and logins to registries, whose contents may be secret as a whole. */
const DATA_NAME =
  '(?:\\b(?:user|network)_?data(?:Base64)?|\\b(?:auto)?unattend(?:\\.xml)?|\\bdocker(?:configjson|cfg))';

export const NAME = `(?:${SECRET_NAME}|${DATA_NAME})`;

/** What a text without any such name need not be searched for; most domain XML has none. */
export const NAMED = new RegExp(NAME, 'i');

/** What says whether there is a secret, or that there is none; of a longer value only the beginning. */
export const SWITCH = '(?:true|false|yes|no|on|off|null|nil|none|~)(?![^\\s,;)}\\]"\'<&])';
