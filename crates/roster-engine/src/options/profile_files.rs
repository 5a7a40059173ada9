//! Profile files: read, told from what is none, and written with what was set for a run. The page has
//! all of it in its second module (feature `profile-files`).

use std::collections::BTreeMap;

use roster_model::Said;
use roster_profile::{Base, with_parameters};
use roster_rules::ActiveProfile;
use roster_standard::Profile;

use crate::options::parameters;
use crate::options::profiles::WantedProfile;
use crate::output::{Content, Output};
use crate::wire::ProfileFile;

pub(crate) fn read(file: &ProfileFile) -> Result<ActiveProfile, Said> {
    roster_profile::read(&file.name, &file.text)
}

/// What a profile file says, for `ProfileFile::understood`; or the sentence that says where it is wrong.
pub fn understood_profile(file: &ProfileFile) -> Result<String, Said> {
    read(file).map(|it| it.pack())
}

/// What was set for a run as a profile file, to be used again and handed on: it begins with this profile.
pub fn settings_file(
    profile: WantedProfile<'_>,
    set: &BTreeMap<String, String>,
) -> Result<Output, Said> {
    let known = profile.read()?;
    let set = parameters(set)?;
    let built_in = Profile::by_id(&known.id);
    let base = match (built_in, profile.file) {
        (Some(profile), _) => Base::BuiltIn(profile),
        (None, Some(file)) => Base::File(&file.name, &file.text),
        (None, None) => Base::BuiltIn(&known.listed),
    };
    let (text, id) = with_parameters(base, &set)?;
    Ok(Output {
        name: format!("{id}.toml"),
        content: Content::Ready(text.into_bytes()),
        notes: Vec::new(),
    })
}

/// A file as a profile file, if it is a text.
pub fn profile_file(name: &str, bytes: Vec<u8>) -> Result<ProfileFile, Said> {
    let text = String::from_utf8(bytes).map_err(|it| {
        let is_workbook = WORKBOOKS
            .iter()
            .any(|begin| it.as_bytes().starts_with(begin));
        if is_workbook {
            no_workbook(name)
        } else {
            no_text(name)
        }
    })?;
    let name = name.to_owned();
    Ok(ProfileFile {
        name,
        text,
        understood: String::new(),
    })
}

/// How workbooks begin: xlsx and its like, and xls.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0]];

fn no_workbook(name: &str) -> Said {
    Said::new(
        format!(
            "“{name}”是工作簿。模板文件是 .toml 或 .json 文字，可以在网页的设置里下载一份来改；自带的模板写编号，如 xj-2013；要拿下载的空白模板核对表头，用 rostercheck profiles --compare。"
        ),
        format!(
            "\"{name}\" is a workbook. A profile file is a text, .toml or .json; the settings of the page give one to begin with. A built-in profile is said by its id, such as xj-2013, and rostercheck profiles --compare holds a blank template against one."
        ),
    )
}

fn no_text(name: &str) -> Said {
    Said::new(
        format!("“{name}”不是 UTF-8 编码的文字，不能当作模板文件；请用 UTF-8 保存。"),
        format!("\"{name}\" is no text in UTF-8 and cannot be a profile file; save it as UTF-8."),
    )
}
