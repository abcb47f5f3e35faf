/** Own CSS is prefixed and built from PatternFly's tokens only. */
export default {
  overrides: [
    // The embedded console is not in anybody else's page.
    { files: ['dev/**/*.css'], rules: { 'selector-class-pattern': null, 'selector-disallowed-list': null } },
  ],
  extends: ['stylelint-config-standard'],
  rules: {
    // PatternFly's tokens have double dashes.
    'custom-property-pattern': null,
    'color-no-hex': true,
    'color-named': 'never',
    'function-disallowed-list': ['rgb', 'rgba', 'hsl', 'hsla'],
    'selector-class-pattern': [
      '^ksp-[a-z0-9-]+(__[a-z0-9-]+)?(--[a-z0-9-]+)?$',
      { message: 'Own classes start with ksp-' },
    ],
    'selector-disallowed-list': ['/\\.pf-/', '/\\.co-/'],
    'declaration-property-value-disallowed-list': { '/color|background/': ['/^#/'] },
  },
};
