//! The page's two modules, and the pages of the rules beside them: cargo, then wasm-bindgen, then wasm-opt, then without the lines of panics ([`lines`]), then
//! taken apart ([`streams`], [`pointers`]), then xz, each step visible.
//! Deliberately no step after that touches the text of what came out.

#[cfg(feature = "page")]
mod lines;
#[cfg(feature = "page")]
mod pointers;
#[cfg(feature = "page")]
mod references;
#[cfg(feature = "page")]
mod streams;

use std::path::Path;

#[cfg(not(feature = "page"))]
pub(crate) fn run(_root: &Path) -> Result<(), String> {
    Err("This xtask was built without its feature `page`.".to_owned())
}

#[cfg(feature = "page")]
pub(crate) use build::run;

#[cfg(feature = "page")]
mod build {
    use std::io::Write as _;
    use std::path::PathBuf;
    use std::process::Command;

    use super::Path;

    /// Crate and file name of each module, and where the page's worker imports it from.
    const MODULES: [(&str, &str, &str); 2] = [
        ("roster-wasm", "roster_wasm", "web/src/engine/pkg"),
        (
            "roster-office-wasm",
            "roster_office_wasm",
            "web/src/engine/pkg-office",
        ),
    ];
    /// What the oldest browser we build for knows, one of 2020; wasm-opt refuses what it is not told of.
    /// Vectors of 16 bytes, which came a year later, gain two percent of a check.
    const FEATURES: [&str; 5] = [
        "--enable-bulk-memory",
        "--enable-sign-ext",
        "--enable-nontrapping-float-to-int",
        "--enable-mutable-globals",
        "--enable-multivalue",
    ];

    /// What was written out for several types has one name and is nearly alike. Side by side it is
    /// smaller after gzip, by a twentieth of the module; wasm-opt would order by use. Nor are zeros taken
    /// out of the data: a hole costs more than they do.
    const ORDER: [&str; 2] = ["--skip-pass=memory-packing", "--reorder-functions-by-name"];

    /// What is called at one place only stays a function, where it is large: a browser takes the faster
    /// version of a function at its next call, and one loop over a file would never have it.
    const APART: &str = "--one-caller-inline-max-function-size=100";

    /// No value of ours lies in the first kilobyte, the far end of the stack: so a small number added to an
    /// address may go into the load itself. What a load says of its alignment no browser looks at. One
    /// percent smaller after xz, both together.
    const ADDRESSES: [&str; 2] = ["--low-memory-unused", "--dealign"];

    /// The pages of all rules, which the page takes behind the modules.
    const PAGES: &str = "web/src/engine/pages/rule_pages.dat";

    /// Builds each module into its folder.
    pub(crate) fn run(root: &Path) -> Result<(), String> {
        let target = target_directory(root)?;
        for (package, _, _) in MODULES {
            compile(root, &target, package)?;
        }
        let pages = crate::r#gen::rules::all_pages(root)?;
        pack(pages.as_bytes(), options(), &root.join(PAGES))?;
        let built = target.join("wasm32-unknown-unknown/wasm");
        // Side by side: the last step of each takes a minute and one core.
        std::thread::scope(|scope| {
            let finish = |(_, name, out): (&str, &str, &str)| {
                let out = root.join(out);
                let module = out.join(format!("{name}_bg.wasm"));
                bind(&built.join(format!("{name}.wasm")), &out)?;
                optimise(root, &module)?;
                forget_lines(&module)?;
                pack_module(&module, &out.join(format!("{name}.dat")))
            };
            let each = MODULES.map(|module| scope.spawn(move || finish(module)));
            each.into_iter().try_for_each(|it| match it.join() {
                Ok(finished) => finished,
                Err(panic) => std::panic::resume_unwind(panic),
            })
        })
    }

    /// One after the other: what one of them asks of a crate is not for the other.
    fn compile(root: &Path, target: &Path, package: &str) -> Result<(), String> {
        let mut command = Command::new("cargo");
        command
            .current_dir(root)
            .args(["build", "--profile", "wasm"])
            .args(["--target", "wasm32-unknown-unknown"])
            .arg(format!("--package={package}"))
            .env(
                "CARGO_ENCODED_RUSTFLAGS",
                flags(root, target).join("\u{1f}"),
            );
        succeed(&mut command, "cargo build for wasm32")
    }

    fn flags(root: &Path, target: &Path) -> Vec<String> {
        let mut flags = remaps(root, target);
        flags.push("-Ctarget-feature=-reference-types".to_owned());
        flags
    }

    /// Paths of this machine must not stand in the module, or two builds differ.
    fn remaps(root: &Path, target: &Path) -> Vec<String> {
        let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| std::env::home_dir().map(|it| it.join(".cargo")));
        let mut remaps = Vec::new();
        // Of several that fit rustc takes the last, so the longest paths stand last.
        let mut pairs = vec![(root.to_path_buf(), "."), (target.to_path_buf(), "target")];
        pairs.extend(home.map(|it| (it, "cargo")));
        pairs.sort_by_key(|(path, _)| path.as_os_str().len());
        for (path, name) in pairs {
            remaps.push(format!("--remap-path-prefix={}={name}", path.display()));
        }
        remaps
    }

    fn bind(module: &Path, out: &Path) -> Result<(), String> {
        let sentence = |error| format!("wasm-bindgen: {error:#}.");
        let mut bytes = read(module)?;
        super::references::forget(&mut bytes)?;
        let name = module.file_stem().unwrap_or_default().to_string_lossy();
        let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
        bindgen
            .input_bytes(&name, bytes)
            .typescript(true)
            // The next step puts functions in the order of their names; then it drops the names.
            .remove_name_section(false);
        bindgen.remove_producers_section(true);
        // The page gives the module, unpacked; the bundler must not add what it was packed from.
        bindgen.omit_default_module_path(true);
        // The second module is started anew after each use; a panic in it costs nothing else.
        bindgen.reset_state_function(true);
        bindgen.web(true).map_err(sentence)?;
        bindgen.generate(out).map_err(sentence)
    }

    fn optimise(root: &Path, module: &Path) -> Result<(), String> {
        let tool = root.join("web/node_modules/.bin/wasm-opt");
        if !tool.exists() {
            return Err(
                "wasm-opt is missing. Run `npm --prefix web ci`, then this again.".to_owned(),
            );
        }
        let mut command = Command::new(tool);
        command
            .args(["-O3", APART])
            .args(ORDER)
            .args(ADDRESSES)
            .args(FEATURES)
            .arg(module)
            .arg("-o")
            .arg(module);
        succeed(&mut command, "wasm-opt")
    }

    fn forget_lines(module: &Path) -> Result<(), String> {
        let mut bytes = read(module)?;
        let found = super::streams::functions(&bytes);
        let data = found.and_then(|(_, end)| super::pointers::Data::find(&bytes, end));
        super::lines::forget(&mut bytes, data.unwrap_or_default());
        crate::write_bytes(module, &bytes)
    }

    fn read(module: &Path) -> Result<Vec<u8>, String> {
        let sentence = |error| format!("{} cannot be read: {error}.", module.display());
        std::fs::read(module).map_err(sentence)
    }

    /// A fifth smaller than what a host packs by itself, and small where a host packs nothing. The ending
    /// is one that every host serves.
    fn pack_module(module: &Path, out: &Path) -> Result<(), String> {
        let mut options = options();
        // Instructions of a module stand at any byte.
        options.lzma_options.pb = 0;
        pack(&super::streams::apart(&read(module)?)?, options, out)
    }

    fn options() -> lzma_rust2::XzOptions {
        let mut options = lzma_rust2::XzOptions::with_preset(9);
        options.set_check_sum_type(lzma_rust2::CheckType::Crc32);
        options.lzma_options.nice_len = lzma_rust2::LzmaOptions::NICE_LEN_MAX;
        options
    }

    fn pack(bytes: &[u8], mut options: lzma_rust2::XzOptions, out: &Path) -> Result<(), String> {
        // The page must not ask its memory for more than what is packed.
        options.lzma_options.dict_size = u32::try_from(bytes.len().next_power_of_two())
            .map_err(|_| format!("{}: more than 4 GB.", out.display()))?;
        let packed = lzma_rust2::XzWriter::new(Vec::new(), options).and_then(|mut it| {
            it.write_all(bytes)?;
            it.finish()
        });
        let packed = packed.map_err(|error| format!("xz: {error}."))?;
        crate::write_bytes(out, &packed)
    }

    fn target_directory(root: &Path) -> Result<PathBuf, String> {
        let metadata = crate::tidy::metadata(root, true)?;
        let folder = metadata["target_directory"].as_str();
        folder
            .map(PathBuf::from)
            .ok_or_else(|| "cargo metadata names no target folder.".to_owned())
    }

    fn succeed(command: &mut Command, name: &str) -> Result<(), String> {
        match command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(format!("{name} failed.")),
            Err(error) => Err(format!("{name} cannot be run: {error}.")),
        }
    }
}
