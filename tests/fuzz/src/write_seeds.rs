//! Writes the seeds of every target where libFuzzer looks for them: `corpus/TARGET/seed-N`.

fn main() -> std::io::Result<()> {
    for target in fuzz::TARGETS {
        let folder = std::path::Path::new("corpus").join(target.name);
        std::fs::create_dir_all(&folder)?;
        for (number, bytes) in fuzz::seeds(target.name).iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{number}")), bytes)?;
        }
    }
    Ok(())
}
