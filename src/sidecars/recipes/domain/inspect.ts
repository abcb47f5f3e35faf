import { t } from '../../findings/finding';
import type { Recipe } from '../recipe';

export const inspect: Recipe = {
  id: 'inspect',
  version: 1,
  title: t('Record the input of a script'),
  does: t('Changes nothing: saves the domain XML of each call in /tmp of the sidecar’s container.'),
  category: 'debug',
  hookPoint: 'onDefineDomain',
  parameters: [],
  change: `def change(domain):
    name = "/tmp/domain-" + str(time.time_ns()) + ".xml"
    try:
        with open(name, "wb") as file:
            file.write(ET.tostring(domain, short_empty_elements=False))
        say("The input of this call is in " + name)
    except OSError as error:
        say("The input could not be saved: " + str(error))
`,
  caveats: [
    t('Read the files with: oc exec POD -c hook-sidecar-0 -- sh -c "cat /tmp/domain-*.xml"'),
    t('The files are gone with the pod.'),
  ],
  documentation: 'https://kubevirt.io/user-guide/user_workloads/hook-sidecar/',
  expectations: () => [],
  cel: { missing: t('A Plugin cannot write files.') },
};
