//! Which profiles a run may use: the built-in ones, and the one of a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use roster_model::Said;
use roster_profile::{Base, with_parameters};
use roster_rules::ActiveProfile;
use roster_standard::Profile;

use crate::options::parameters;
use crate::output::{Content, Output};
use crate::wire::ProfileFile;

/// The profiles that can be named.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profiles {
    /// The one of a file.
    pub(crate) file: Option<Arc<ActiveProfile>>,
}

impl Profiles {
    /// Reads the file, or says where it is wrong.
    pub(crate) fn read(file: Option<&ProfileFile>) -> Result<Self, Said> {
        let file = file.map(|it| roster_profile::read(&it.name, &it.text));
        Ok(Profiles {
            file: file.transpose()?.map(Arc::new),
        })
    }

    /// The profile with this id, or the sentence that lists those there are.
    pub(crate) fn by_id(&self, id: &str) -> Result<Arc<ActiveProfile>, Said> {
        if let Some(file) = self.file.as_ref().filter(|it| it.id == id) {
            return Ok(Arc::clone(file));
        }
        let built_in = Profile::by_id(id).map(|it| Arc::new(ActiveProfile::from(it)));
        built_in.ok_or_else(|| self.no_profile(id))
    }

    /// The profile with this id, and without an id that of the file.
    pub(crate) fn one(&self, id: Option<&str>) -> Result<Arc<ActiveProfile>, Said> {
        match (id, &self.file) {
            (None, Some(file)) => Ok(Arc::clone(file)),
            (id, _) => self.by_id(id.unwrap_or_default()),
        }
    }

    fn no_profile(&self, id: &str) -> Said {
        let file = self.file.iter().map(|it| it.id.as_ref());
        let all = Profile::all().iter().map(|it| it.id.as_ref());
        let list = file.chain(all).collect::<Vec<_>>().join(", ");
        Said::new(
            format!("没有名为“{id}”的模板。可用的模板：{list}。"),
            format!("Unknown profile \"{id}\". Known profiles: {list}."),
        )
    }
}

/// What was set for a run as a profile file, to be used again and handed on: it begins with the profile
/// of this id, or with that of the file.
pub fn settings_file(
    profile: Option<&str>,
    file: Option<&ProfileFile>,
    set: &BTreeMap<String, String>,
) -> Result<Output, Said> {
    let known = Profiles::read(file)?.one(profile)?;
    let set = parameters(set)?;
    let built_in = Profile::by_id(&known.id);
    let base = match (built_in, file) {
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
    Ok(ProfileFile { name, text })
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
