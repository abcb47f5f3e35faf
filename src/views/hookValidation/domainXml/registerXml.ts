import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';

type Monaco = CodeEditorRef['monaco'];

/** A minimal XML grammar: names, values and comments. */
const GRAMMAR: Parameters<Monaco['languages']['setMonarchTokensProvider']>[1] = {
  defaultToken: '',
  tokenPostfix: '.xml',
  tokenizer: {
    root: [
      [/[^<&]+/, ''],
      [/<!--/, 'comment', '@comment'],
      [/<!\[CDATA\[/, 'delimiter', '@cdata'],
      [/(<\/?)([\w.:-]+)/, ['delimiter', { token: 'tag', next: '@tag' }]],
      [/<\?[^>]*\?>/, 'metatag'],
      [/&[\w#]+;/, 'string.escape'],
    ],
    tag: [
      [/\s+/, ''],
      [/[\w.:-]+(?=\s*=)/, 'attribute.name'],
      [/=/, 'delimiter'],
      [/"[^"]*"|'[^']*'/, 'attribute.value'],
      [/\/?>/, 'delimiter', '@pop'],
    ],
    comment: [
      [/-->/, 'comment', '@pop'],
      [/[^-]+|./, 'comment'],
    ],
    cdata: [
      [/\]\]>/, 'delimiter', '@pop'],
      [/[^\]]+|./, ''],
    ],
  },
};

/** Registers XML, because the console's editor may include only the languages that the console uses. */
export const registerXml = ({ editor, monaco }: CodeEditorRef): void => {
  if (monaco.languages.getLanguages().some(({ id }) => id === 'xml')) {
    return;
  }
  monaco.languages.register({ id: 'xml' });
  monaco.languages.setMonarchTokensProvider('xml', GRAMMAR);
  const model = editor.getModel();
  if (model !== null) {
    monaco.editor.setModelLanguage(model, 'xml');
  }
};
