/**
 * What runs in the pod for each call, by Python, which KubeVirt's image always has. A shell would not do: it runs a file
 * without a shebang itself, which the kernel, and with it KubeVirt, refuses.
 *
 * It reads one line of JSON with the lengths of what follows, then the script and two arguments, and prints one line of
 * JSON, in ASCII. Anything else on stdin means that the client is gone, because the console writes there when the connection ends.
 */
export const RUNNER = `
import json, os, shutil, signal, subprocess, sys, tempfile, threading, time
LIMIT = 1 << 20
stdin = sys.stdin.buffer
call = json.loads(stdin.readline())
script, vmi, data = [stdin.read(length) for length in call["lengths"]]
if len(data) < call["lengths"][2]:
    sys.exit("The input is incomplete.")
folder = tempfile.mkdtemp()
file = os.path.join(folder, call["hook"])
with open(file, "wb") as out:
    out.write(script)
os.chmod(file, 0o755)
texts = [bytearray(), bytearray()]
def collect(pipe, text):
    for part in iter(lambda: pipe.read1(65536), b""):
        text.extend(part[: LIMIT + 1 - len(text)])
def end():
    shutil.rmtree(folder, True)
    os.killpg(0, signal.SIGKILL)
def watch():
    stdin.read(1)
    end()
started = time.monotonic()
def left():
    return max(0, started + call["seconds"] - time.monotonic())
try:
    run = subprocess.Popen([file, "--vmi", vmi, call["flag"], data], cwd="/", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, CONTAINER_NAME=call["container"]))
except OSError as error:
    run, ending = None, {"kind": "notStarted", "message": error.strerror.lower()}
else:
    threading.Thread(target=watch, daemon=True).start()
    readers = [threading.Thread(target=collect, args=pair, daemon=True)
        for pair in ((run.stdout, texts[0]), (run.stderr, texts[1]))]
    for reader in readers:
        reader.start()
    readers[0].join(left())
    try:
        code = run.wait(left())
        ending = {"kind": "exited", "code": code} if code >= 0 else {
            "kind": "signalled", "signal": signal.Signals(-code).name}
    except subprocess.TimeoutExpired:
        ending = {"kind": "timedOut"}
    if readers[0].is_alive():
        ending = {"kind": "timedOut"}
    readers[1].join(0.2)
taken = time.monotonic() - started
output, stderr = [text[:LIMIT].decode("utf-8", "replace") for text in texts]
print(json.dumps({"output": output, "stderr": stderr, "ending": ending, "durationMs": taken * 1000,
    "isComplete": max(map(len, texts)) <= LIMIT}), flush=True)
if ending["kind"] == "timedOut":
    end()
shutil.rmtree(folder, True)
os._exit(0)
`;
