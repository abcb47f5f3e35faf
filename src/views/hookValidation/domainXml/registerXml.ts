import type { CodeEditorRef } from '@openshift-console/dynamic-plugin-sdk';

type Monaco = CodeEditorRef['monaco'];

/** Enough of XML to tell names, values and comments apart. */
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

/** The console ships its editor with the languages that it shows itself: XML may not be among them. */
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
