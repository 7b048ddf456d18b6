#!/usr/bin/env python3
"""Measures the packaged product: see README.md beside this file."""
import argparse, glob, gzip, json, os, pathlib, random, re, signal, socket, subprocess, sys, tempfile, time, urllib.error, urllib.request

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
PASSWORD = "a password for measuring"
PEOPLE = ["amara.diallo", "noor.haddad", "carla.mendes", "ruth.abara", "jonah.reyes", "dev.malhotra", "sunil.perera", "mireille.gagnon"]

options = argparse.ArgumentParser(description=__doc__)
options.add_argument("--drivers", default=str(PROJECT.parent / "shared" / "bench"))
options.add_argument("--posts", type=int, default=100_000)
options.add_argument("--long", type=int, default=50_000, help="posts of the long discussion")
options.add_argument("--seconds", type=int, default=10)
options.add_argument("--heap", default="512m")
options.add_argument("--keep", help="use this folder and leave it")
options.add_argument("--no-package", action="store_true")
options.add_argument("--users", type=int, default=500)
options.add_argument("--short", action="store_true", help="page, search and reply only")
options.add_argument("--growth", action="store_true", help="compare --posts with ten times as many")
options.add_argument("--aot", action="store_true", help="start with a cache of the loaded classes")
chosen = options.parse_args()
folder = pathlib.Path(chosen.keep or tempfile.mkdtemp(prefix="rounds-bench-"))
folder.mkdir(parents=True, exist_ok=True)


def java():
    """A Java 25, as the build finds it."""
    for home in [os.environ.get("JAVA_HOME"), *sorted(glob.glob("/usr/lib/jvm/*"))]:
        program = pathlib.Path(home or "/nowhere") / "bin" / "java"
        if program.exists() and 'version "25' in subprocess.run([program, "-version"], capture_output=True, text=True).stderr:
            return str(program)
    return "java"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


JAR = PROJECT / "target" / "rounds.jar"
JAVA, PORT = java(), free_port()
BASE = f"http://localhost:{PORT}"
ENVIRONMENT = os.environ | {"ROUNDS_HOME": str(folder / "home"), "ROUNDS_PORT": str(PORT), "ROUNDS_LIMITS": "off",
                            "ROUNDS_SAMPLE": "true", "ROUNDS_SAMPLE_PASSWORD": PASSWORD, "ROUNDS_BASE_URL": BASE}
COMMAND = [JAVA, f"-Xmx{chosen.heap}", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED",
           "--sun-misc-unsafe-memory-access=allow", "--add-modules=jdk.incubator.vector", "-jar", str(JAR)]


def call(path, body=None, token=None):
    request = urllib.request.Request(BASE + path, None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


FIGURES = {}


def start(*more):
    begun = time.time()
    server = subprocess.Popen([JAVA, *more, *COMMAND[1:], "serve"], env=ENVIRONMENT, cwd=folder, stdout=open(folder / "server.log", "a"), stderr=subprocess.STDOUT)
    while True:
        try:
            urllib.request.urlopen(BASE + "/communities", timeout=5).read()
            return server, time.time() - begun
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                sys.exit(f"the server ended: see {folder}/server.log")
            time.sleep(0.02)


def measure(mode, name, paths, **more):
    file = folder / f"{name}.txt"
    file.write_text("\n".join(paths) + "\n")
    words = [sys.executable, str(pathlib.Path(chosen.drivers) / "measure.py"), mode, name, BASE, str(file), "--server", re.escape(str(JAR)),
             "--postgres", str(folder / "home"), "--seconds", str(chosen.seconds), "--repeat", "3"]
    for key, value in more.items():
        words += ["--" + key, str(value)]
    out = subprocess.run(words, capture_output=True, text=True)
    rows = [json.loads(line) for line in out.stdout.splitlines() if line.startswith("{")]
    if not rows:
        sys.exit(out.stdout + out.stderr)
    row = sorted(rows, key=lambda row: row["server_ms"] + row["postgres_ms"])[len(rows) // 2]
    FIGURES[name] = row["server_ms"] + row["postgres_ms"]
    return row


def line(what, value, goal):
    print(f"| {what} | {value} | {goal} |", flush=True)


def cost(row):
    total = row["server_ms"] + row["postgres_ms"]
    return f'{total:.2f} ms ({row["server_ms"]:.2f} + {row["postgres_ms"]:.2f}); {row["rps"]:.0f}/s; p50 {row["p50"]}, p99 {row["p99"]} ms; ok {row["ok"]}'


def write_long(file):
    """One discussion of many posts and one of 50, as trees."""
    dice = random.Random(50)
    with open(file, "w") as out:
        def put(**fields):
            out.write(json.dumps(fields) + "\n")
        put(type="category", id="L", name="Long discussions", description="", order=99)
        put(type="user", id="L1", username="longwriter", email="long@example.org", admin=False, created=1_700_000_000_000)
        for topic, posts in (("LT", chosen.long), ("ST", 50)):
            put(type="topic", id=topic, category="L", user="L1", title=f"A discussion of {posts}", tags=[], created=1_700_000_000_000)
            for n in range(posts):
                parent = None if n == 0 or dice.random() < 0.3 else f"{topic}-{dice.randrange(max(0, n - 200), n)}"
                put(type="post", id=f"{topic}-{n}", topic=topic, user="L1", first=n == 0, reply_to=parent, created=1_700_000_000_000 + n * 1000,
                    content=f"Post {n} of a long discussion about dosing, follow-up and who decides what when nobody is sure.")


def run_import(file):
    begun = time.time()
    done = subprocess.run([*COMMAND, "import", str(file)], env=ENVIRONMENT, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return time.time() - begun, done.stdout.strip().splitlines()[-1]


def await_index(words):
    begun = time.time()
    while call("/api/v1/search?limit=1&q=" + urllib.parse.quote(words))["total"] == 0 and time.time() - begun < 300:
        time.sleep(0.2)
    return time.time() - begun


def stop(server):
    server.send_signal(signal.SIGTERM)
    server.wait(300)


def grow():
    """The same measurement on a small and on a large site."""
    sizes = (chosen.posts, 10 * chosen.posts)
    for posts in sizes:
        subprocess.run([sys.executable, __file__, "--short", "--no-package", "--drivers", chosen.drivers, "--posts", str(posts), "--users", str(chosen.users * posts // chosen.posts),
                        "--seconds", str(chosen.seconds), "--heap", chosen.heap, "--keep", str(folder / str(posts))], check=True)
    small, large = (json.loads((folder / str(posts) / "figures.json").read_text()) for posts in sizes)
    print(f"\n| growth, {sizes[0]:,} to {sizes[1]:,} posts | times | goal |\n|---|---|---|")
    for name, goal in (("page", 1.2), ("reply", 1.2), ("search", 3)):
        line(name, f"{large[name] / small[name]:.2f} ({small[name]:.2f}, {large[name]:.2f} ms)", f"≤ {goal}")


import urllib.parse
if not chosen.no_package:
    subprocess.run(["mvn", "-q", "-B", "package", "-DskipTests"], cwd=PROJECT, check=True)
if chosen.growth:
    sys.exit(grow())
data = folder / "dataset.jsonl"
if not data.exists():
    subprocess.run([sys.executable, str(pathlib.Path(chosen.drivers) / "dataset.py"), "--posts", str(chosen.posts), "--topics", str(chosen.posts // 10), "--users", str(chosen.users),
                    "--out", str(data), "--queries", str(folder / "queries.txt"), "--vocabout", str(folder / "vocab.txt")], cwd=folder, check=True, stdout=subprocess.DEVNULL)
print("| figure | measured | goal |\n|---|---|---|")
server, first = start()
line("first start, empty folder", f"{first:.1f} s", "")
seconds, said = run_import(data)
with open(data) as rows:
    last = [json.loads(row) for row in rows if '"type": "post"' in row[:40] or '"type":"post"' in row[:40]][-1]
words = " ".join(re.findall(r"[A-Za-z]{5,}", last["content"])[:5])
lag = await_index(words)
line(f"import of {chosen.posts:,} posts, index following", f"{chosen.posts / (seconds + lag):,.0f} posts/s ({seconds:.0f} s + {lag:.0f} s)", "≥ 1,500 posts/s")
write_long(folder / "long.jsonl")
run_import(folder / "long.jsonl")

tokens = [call("/api/v1/tokens", {"login": person, "password": PASSWORD})["accessToken"] for person in PEOPLE]
communities = [c["slug"] for c in call("/api/v1/communities?limit=100", token=tokens[0])["items"]]
imported = [slug for slug in communities if slug not in ("emr-valley", "social-determinants", "dying-at-home", "sante-mentale-premiere-ligne")]
discussions = []
for slug in imported:
    for token in tokens:
        call(f"/api/v1/communities/{slug}/members", {}, token)
    discussions += call(f"/api/v1/communities/{slug}/discussions?limit=100", token=tokens[0])["items"]
(folder / "tokens.txt").write_text("\n".join(tokens))
path = lambda d: urllib.parse.urlparse(d["url"]).path
full = [path(d) for d in discussions if 20 <= d["posts"] < 1000] or [path(d) for d in discussions if d["posts"] >= 5]
long = next(d for d in discussions if d["posts"] > 1000)
short = next(d for d in discussions if d["title"] == "A discussion of 50")
queries = ["/api/v1/search?limit=20&q=" + urllib.parse.quote(q.strip()) for q in open(folder / "queries.txt") if q.strip()]


def fresh():
    """Access tokens live for five minutes."""
    tokens[:] = [call("/api/v1/tokens", {"login": person, "password": PASSWORD})["accessToken"] for person in PEOPLE]
    (folder / "tokens.txt").write_text("\n".join(tokens))
    return tokens[0]


line("bare page: static text", cost(measure("read", "bare", ["/health/liveness"], warm=20)), "the floor")
line("discussion page, 20 posts, signed in", cost(measure("read", "page", full, token=fresh(), warm=60)), "≤ 0.77 ms")
line("search, 200 queries, signed in", cost(measure("read", "search", queries, token=fresh(), warm=30)), "≤ 4 ms")
line("search, one user", cost(measure("read", "search-one", queries, token=fresh(), connections=1)), "p99 ≤ 20 ms")
fresh()
line("reply", cost(measure("write", "reply", [f"/api/v1/discussions/{d['id']}/posts" for d in discussions if d["posts"] < 1000], tokens=folder / "tokens.txt", warm=30)), "≤ 2.1 ms")
(folder / "figures.json").write_text(json.dumps(FIGURES))
if chosen.short:
    sys.exit(stop(server))
for what, here, there in (("first page", [path(long)], [path(short)]), ("deep in the tree", [f"{path(long)}?at={chosen.long // 2}"], [f"{path(short)}?at=25"]),
                          ("last by time", [f"{path(long)}?view=time&at={chosen.long}"], [f"{path(short)}?view=time&at=50"])):
    token = fresh()
    name = what.replace(" ", "-")
    a, b = measure("read", "long-" + name, here, token=token), measure("read", "short-" + name, there, token=token)
    total = lambda row: row["server_ms"] + row["postgres_ms"]
    line(f"{what}: {chosen.long:,} posts against 50", f"{total(a) / total(b):.2f} ({total(a):.2f} / {total(b):.2f} ms)", "≤ 1.5")
fresh()
token_file = folder / "tokens.txt"
a = measure("write", "long-reply", [f"/api/v1/discussions/{long['id']}/posts"], tokens=token_file, connections=1)
b = measure("write", "short-reply", [f"/api/v1/discussions/{short['id']}/posts"], tokens=token_file, connections=1)
line(f"reply: {chosen.long:,} posts against 50", f'{(a["server_ms"] + a["postgres_ms"]) / (b["server_ms"] + b["postgres_ms"]):.2f}', "≤ 1.5")
line("memory of the server", f'{a["rss_server"]} MB resident at -Xmx{chosen.heap}', "≤ 512 MB heap")


def weigh(path):
    request = urllib.request.Request(BASE + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        raw = answer.read()
        return len(raw), gzip.decompress(raw).decode() if answer.headers.get("Content-Encoding") == "gzip" else raw.decode()


size, html = weigh(full[0])
assets = {a.split("#")[0] for a in re.findall(r'(?:href|src)="(/assets/[^"]+)"', html)}
sheet = [a for a in assets if a.endswith(".css")]
for css in sheet:
    weight, text = weigh(css)
    assets |= {str(pathlib.PurePosixPath(css).parent / name) if not name.startswith("/") else name for name in re.findall(r"url\(['\"]?([^)'\"]+\.woff2)", text)}
total = size
for asset in assets:
    with urllib.request.urlopen(urllib.request.Request(BASE + asset, headers={"Accept-Encoding": "gzip"})) as answer:
        total += len(answer.read())
line("first view of a discussion", f"{total / 1000:.1f} kB, {1 + len(assets)} requests (HTML {size / 1000:.1f} kB)", "≤ 60 kB, ≤ 8")
stop(server)
server, warm = start()
line("start on this data, warm", f"{warm:.1f} s", "≤ 6 s")
stop(server)
if chosen.aot:
    cache = folder / "rounds.aot"
    server, _ = start(f"-XX:AOTCacheOutput={cache}")
    stop(server)
    server, cached = start(f"-XX:AOTCache={cache}")
    line("the same with an AOT cache", f"{cached:.1f} s ({cache.stat().st_size / 1e6:.0f} MB)", "≤ 2 s")
    stop(server)
