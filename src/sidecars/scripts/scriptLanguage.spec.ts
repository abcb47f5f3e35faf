import { describe, expect, it } from 'vitest';
import { languageOfScript } from './scriptLanguage';

describe('languageOfScript', () => {
  it.each([
    ['#!/bin/sh\necho', 'shell'],
    ['#!/usr/bin/env bash\necho', 'shell'],
    ['#!/usr/bin/env python3\nimport sys', 'python'],
    ['#!/usr/libexec/platform-python3.9', 'python'],
    ['#!/usr/bin/perl\n#!/bin/sh', 'plaintext'],
    ['echo\n#!/bin/sh', 'plaintext'],
    ['', 'plaintext'],
  ])('takes %j for %s', (text, language) => {
    expect(languageOfScript(text)).toBe(language);
  });
});
