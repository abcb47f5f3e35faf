/** Functions that a recipe's Python may call. A script gets those that it calls, in this order. */
export const PYTHON_PARTS: Readonly<Record<string, string>> = {
  say: `def say(message):
    print(message, file=sys.stderr)
`,

  lines: `def lines(text):
    """The lines of a text that are not blank."""
    return [line for line in text.split("\\n") if line.strip()]
`,

  child: `def child(parent, tag, **attributes):
    """The first child with this tag and these attributes. It is added if there is none."""
    for element in parent.findall(tag):
        if all(element.get(name) == value for name, value in attributes.items()):
            return element
    return ET.SubElement(parent, tag, attributes)
`,

  set_text: `def set_text(parent, tag, text, **attributes):
    child(parent, tag, **attributes).text = text
`,

  named: `def named(domain, tag, name, *prefixes):
    """The devices of this tag with the name that they have in the VM; all of the VM's own if the name is empty."""
    wanted = ["ua-" + prefix + name for prefix in prefixes or ("",)]
    found = []
    for device in domain.findall("./devices/" + tag):
        alias = device.find("alias")
        own = "" if alias is None else alias.get("name", "")
        if own in wanted or (not name and own.startswith("ua-")):
            found.append(device)
    if not found:
        say("The VM has no " + tag + " " + (name or "of its own") + ".")
    return found
`,

  disks: `def disks(domain, name):
    """The disk with this name; all disks but CD-ROM drives if the name is empty."""
    return [disk for disk in named(domain, "disk", name) if name or disk.get("device", "disk") == "disk"]
`,
};
