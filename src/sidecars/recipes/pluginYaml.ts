/** A Plugin that does the same as a recipe's script, for VMs that ask for it by an annotation. */
export const pluginYaml = (
  name: string,
  expression: string,
): string => `apiVersion: plugin.kubevirt.io/v1alpha1
kind: Plugin
metadata:
  name: ${name}
spec:
  # On spec.template.metadata of each VM, in the place of its hook script
  condition: '"sidecar-hooks.kubevirt.io/${name}" in vmi.Annotations'
  domainHooks:
    - cel:
        expression: |-
          ${expression}
`;
