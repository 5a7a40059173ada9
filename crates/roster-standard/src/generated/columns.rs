//! Generated from data/columns.toml by xtask gen. Do not edit.

use super::tables;
use crate::column::{ColumnInfo, Kind, Required, Sensitive};

/// A column of a roster, whatever its header is called in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Column {
    /// 学校标识码: School code.
    SchoolCode,
    /// 姓名: Name.
    Name,
    /// 性别: Sex.
    Sex,
    /// 出生日期: Date of birth.
    BirthDate,
    /// 出生地行政区划代码: Birthplace region code.
    BirthPlaceCode,
    /// 籍贯: Native place.
    NativePlace,
    /// 民族: Ethnic group.
    EthnicGroup,
    /// 国籍/地区: Nationality or region.
    Nationality,
    /// 身份证件类型: Identity document type.
    IdType,
    /// 身份证件号: Identity document number.
    IdNumber,
    /// 港澳台侨外: HK, Macao, Taiwan, overseas or foreign status.
    HmtStatus,
    /// 健康状况: Health.
    Health,
    /// 政治面貌: Political status.
    PoliticalStatus,
    /// 户口性质: Household registration type.
    HukouType,
    /// 户口所在地行政区划代码: Household registration region code.
    HukouCode,
    /// 年级: Grade.
    Grade,
    /// 班号: Class code.
    ClassCode,
    /// 班级: Class.
    ClassName,
    /// 入学年月: Month of enrolment.
    EnrolmentMonth,
    /// 入学方式: Method of enrolment.
    EnrolmentMethod,
    /// 就读方式: Day pupil or boarder.
    Boarding,
    /// 学生来源: Origin of the student.
    StudentSource,
    /// 现住址: Present address.
    Address,
    /// 通信地址: Mailing address.
    MailingAddress,
    /// 家庭地址: Home address.
    HomeAddress,
    /// 联系电话: Telephone.
    Phone,
    /// 邮政编码: Postal code.
    Postcode,
    /// 电子信箱: E-mail.
    Email,
    /// 主页地址: Home page.
    Homepage,
    /// 血型: Blood type.
    BloodType,
    /// 特长: Talents.
    Talents,
    /// 曾用名: Former name.
    FormerName,
    /// 姓名拼音: Name in pinyin.
    NamePinyin,
    /// 身份证件有效期: Validity of the identity document.
    IdExpiry,
    /// 学籍号: Student number.
    StudentNumber,
    /// 学籍辅号: Auxiliary student number.
    AuxiliaryNumber,
    /// 班内学号: Number in the class.
    ClassSerial,
    /// 是否独生子女: Only child.
    OnlyChild,
    /// 是否受过学前教育: Attended preschool.
    Preschool,
    /// 是否留守儿童: Left-behind child.
    LeftBehind,
    /// 是否进城务工人员随迁子女: Child of migrant workers.
    MigrantChild,
    /// 是否孤儿: Orphan.
    Orphan,
    /// 是否烈士或优抚子女: Child of a martyr or of a family with special care.
    MartyrChild,
    /// 是否需要申请资助: Applies for aid.
    NeedsAid,
    /// 是否享受一补: Receives the living subsidy.
    ReceivesSubsidy,
    /// 上下学距离: Distance to school in kilometres.
    SchoolDistance,
    /// 上下学交通方式: Way to school.
    Transport,
    /// 是否需要乘坐校车: Needs the school bus.
    SchoolBus,
    /// 残疾类型: Disability.
    Disability,
    /// 随班就读: Inclusive education.
    InclusiveEducation,
    /// 是否由政府购买学位: Seat paid by the government.
    GovernmentSeat,
    /// 学籍接续标识: Mark of a continued student record.
    ContinuationMark,
    /// 校区号: Campus code.
    CampusCode,
    /// 是否农村留守儿童: Left-behind child in the country.
    RuralLeftBehind,
    /// 是否残疾人: Disabled person.
    DisabledPerson,
    /// 是否随迁子女: Child that moved with its parents.
    AccompanyingChild,
    /// 毕业学校标识码: Code of the school left.
    GraduatedSchoolCode,
    /// 录取学校标识码: Code of the admitting school.
    AdmittingSchoolCode,
    /// 教育阶段: Stage of education.
    EducationStage,
    /// 照片: Photograph.
    Photo,
    /// 成员1姓名: Family member 1: name.
    Member1Name,
    /// 成员1关系: Family member 1: relation.
    Member1Relation,
    /// 成员1关系说明: Family member 1: note on the relation.
    Member1RelationNote,
    /// 成员1现住址: Family member 1: present address.
    Member1Address,
    /// 成员1户口所在地行政区划: Family member 1: household registration region code.
    Member1HukouCode,
    /// 成员1联系电话: Family member 1: telephone.
    Member1Phone,
    /// 成员1是否监护人: Family member 1: guardian.
    Member1Guardian,
    /// 成员1身份证件类型: Family member 1: identity document type.
    Member1IdType,
    /// 成员1身份证件号: Family member 1: identity document number.
    Member1IdNumber,
    /// 成员1民族: Family member 1: ethnic group.
    Member1EthnicGroup,
    /// 成员1工作单位: Family member 1: employer.
    Member1Employer,
    /// 成员1职务: Family member 1: position.
    Member1Position,
    /// 成员2姓名: Family member 2: name.
    Member2Name,
    /// 成员2关系: Family member 2: relation.
    Member2Relation,
    /// 成员2关系说明: Family member 2: note on the relation.
    Member2RelationNote,
    /// 成员2现住址: Family member 2: present address.
    Member2Address,
    /// 成员2户口所在地行政区划: Family member 2: household registration region code.
    Member2HukouCode,
    /// 成员2联系电话: Family member 2: telephone.
    Member2Phone,
    /// 成员2是否监护人: Family member 2: guardian.
    Member2Guardian,
    /// 成员2身份证件类型: Family member 2: identity document type.
    Member2IdType,
    /// 成员2身份证件号: Family member 2: identity document number.
    Member2IdNumber,
    /// 成员2民族: Family member 2: ethnic group.
    Member2EthnicGroup,
    /// 成员2工作单位: Family member 2: employer.
    Member2Employer,
    /// 成员2职务: Family member 2: position.
    Member2Position,
    /// 学籍状态: Status of the registration.
    StudentStatus,
    /// 异动类别: Kind of change.
    EventType,
    /// 异动日期: Date of the change.
    EventDate,
    /// 异动结束日期: Last date of the change.
    EventEndDate,
    /// 异动原因: Reason of the change.
    EventReason,
    /// 转出学校: School that was left.
    EventFromSchool,
    /// 转入学校: School that was entered.
    EventToSchool,
}

impl Column {
    /// Every column, in the order of the permanent keys.
    #[rustfmt::skip]
    pub const ALL: &'static [Column] = &[
        Column::SchoolCode,
        Column::Name,
        Column::Sex,
        Column::BirthDate,
        Column::BirthPlaceCode,
        Column::NativePlace,
        Column::EthnicGroup,
        Column::Nationality,
        Column::IdType,
        Column::IdNumber,
        Column::HmtStatus,
        Column::Health,
        Column::PoliticalStatus,
        Column::HukouType,
        Column::HukouCode,
        Column::Grade,
        Column::ClassCode,
        Column::ClassName,
        Column::EnrolmentMonth,
        Column::EnrolmentMethod,
        Column::Boarding,
        Column::StudentSource,
        Column::Address,
        Column::MailingAddress,
        Column::HomeAddress,
        Column::Phone,
        Column::Postcode,
        Column::Email,
        Column::Homepage,
        Column::BloodType,
        Column::Talents,
        Column::FormerName,
        Column::NamePinyin,
        Column::IdExpiry,
        Column::StudentNumber,
        Column::AuxiliaryNumber,
        Column::ClassSerial,
        Column::OnlyChild,
        Column::Preschool,
        Column::LeftBehind,
        Column::MigrantChild,
        Column::Orphan,
        Column::MartyrChild,
        Column::NeedsAid,
        Column::ReceivesSubsidy,
        Column::SchoolDistance,
        Column::Transport,
        Column::SchoolBus,
        Column::Disability,
        Column::InclusiveEducation,
        Column::GovernmentSeat,
        Column::ContinuationMark,
        Column::CampusCode,
        Column::RuralLeftBehind,
        Column::DisabledPerson,
        Column::AccompanyingChild,
        Column::GraduatedSchoolCode,
        Column::AdmittingSchoolCode,
        Column::EducationStage,
        Column::Photo,
        Column::Member1Name,
        Column::Member1Relation,
        Column::Member1RelationNote,
        Column::Member1Address,
        Column::Member1HukouCode,
        Column::Member1Phone,
        Column::Member1Guardian,
        Column::Member1IdType,
        Column::Member1IdNumber,
        Column::Member1EthnicGroup,
        Column::Member1Employer,
        Column::Member1Position,
        Column::Member2Name,
        Column::Member2Relation,
        Column::Member2RelationNote,
        Column::Member2Address,
        Column::Member2HukouCode,
        Column::Member2Phone,
        Column::Member2Guardian,
        Column::Member2IdType,
        Column::Member2IdNumber,
        Column::Member2EthnicGroup,
        Column::Member2Employer,
        Column::Member2Position,
        Column::StudentStatus,
        Column::EventType,
        Column::EventDate,
        Column::EventEndDate,
        Column::EventReason,
        Column::EventFromSchool,
        Column::EventToSchool,
    ];
}

/// What is known of each column, in the order of the enum.
#[rustfmt::skip]
pub(crate) static INFOS: [ColumnInfo; 91] = [
    ColumnInfo { key: "school_code", zh: "学校标识码", en: "School code", kind: Kind::SchoolCode, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["学校标示码", "学校代码", "学校(机构)标识码", "学校机构标识码", "學校標識碼"] },
    ColumnInfo { key: "name", zh: "姓名", en: "Name", kind: Kind::Name, required: true, need: Required::Always, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: &["学生姓名", "学生名字", "名字", "学生", "姓名(与户口簿一致)", "學生姓名"] },
    ColumnInfo { key: "sex", zh: "性别", en: "Sex", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::SEX), sensitive: None,
        aliases: &["学生性别", "性別"] },
    ColumnInfo { key: "birth_date", zh: "出生日期", en: "Date of birth", kind: Kind::Date, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Birth),
        aliases: &["出生年月日", "生日", "出生年月", "学生出生日期", "出生时间", "出生日", "dob", "birthday"] },
    ColumnInfo { key: "birth_place_code", zh: "出生地行政区划代码", en: "Birthplace region code", kind: Kind::Region, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["出生地", "出生地行政区划", "出生地行政区划码", "出生地代码", "出生地区划代码", "出生地行政区代码"] },
    ColumnInfo { key: "native_place", zh: "籍贯", en: "Native place", kind: Kind::Text, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["学生籍贯", "籍貫"] },
    ColumnInfo { key: "ethnic_group", zh: "民族", en: "Ethnic group", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::ETHNIC_GROUP), sensitive: None,
        aliases: &["学生民族", "族别", "民族成分"] },
    ColumnInfo { key: "nationality", zh: "国籍/地区", en: "Nationality or region", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::NATIONALITY), sensitive: None,
        aliases: &["国籍", "国籍地区", "国籍(地区)", "国籍或地区", "国籍、地区", "国家/地区", "国别"] },
    ColumnInfo { key: "id_type", zh: "身份证件类型", en: "Identity document type", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::ID_TYPE), sensitive: None,
        aliases: &["证件类型", "身份证类型", "证件种类", "身份证件种类", "有效证件类型", "学生身份证件类型", "學生證件類型"] },
    ColumnInfo { key: "id_number", zh: "身份证件号", en: "Identity document number", kind: Kind::Id, required: false, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: Some(Sensitive::Number),
        aliases: &["身份证号", "身份证号码", "身份证件号码", "证件号码", "证件号", "公民身份号码", "公民身份证号码", "公民身份证号", "居民身份证号", "居民身份证号码", "身份证", "学生身份证号", "学生身份证号码", "学生身份证", "学生身份证件号", "身份號碼", "身份證號", "身份證號碼", "身分證字號"] },
    ColumnInfo { key: "hmt_status", zh: "港澳台侨外", en: "HK, Macao, Taiwan, overseas or foreign status", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::HMT_STATUS), sensitive: None,
        aliases: &["港澳台侨外码", "港澳台侨", "是否港澳台侨外", "港澳台侨外情况", "港澳台侨外类型", "港澳台侨胞"] },
    ColumnInfo { key: "health", zh: "健康状况", en: "Health", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::HEALTH), sensitive: None,
        aliases: &["健康情况", "身体状况", "身体健康状况", "健康狀況"] },
    ColumnInfo { key: "political_status", zh: "政治面貌", en: "Political status", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::POLITICAL_STATUS), sensitive: None,
        aliases: &["政治面目", "政治身份"] },
    ColumnInfo { key: "hukou_type", zh: "户口性质", en: "Household registration type", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::HUKOU_TYPE), sensitive: None,
        aliases: &["户口类型", "户籍性质", "户口类别", "户籍类型", "户籍类别", "户别"] },
    ColumnInfo { key: "hukou_code", zh: "户口所在地行政区划代码", en: "Household registration region code", kind: Kind::Region, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["户口所在地行政区划", "户口所在地行政区划码", "户口所在地区划代码", "户口所在地代码", "户口所在地", "户籍所在地", "户籍所在地行政区划代码", "户籍所在地行政区划", "户籍地行政区划代码", "户口所在地行政区代码"] },
    ColumnInfo { key: "grade", zh: "年级", en: "Grade", kind: Kind::Code, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::GRADE), sensitive: None,
        aliases: &["所在年级", "就读年级", "年级名称", "現讀年級", "年級"] },
    ColumnInfo { key: "class_code", zh: "班号", en: "Class code", kind: Kind::Text, required: true, need: Required::Always, length_bytes_max: Some(10), table: None, sensitive: None,
        aliases: &["班级号", "班级编号", "班级代码", "班号(班级)", "班级(班号)", "所在班号"] },
    ColumnInfo { key: "class_name", zh: "班级", en: "Class", kind: Kind::Text, required: false, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: None,
        aliases: &["班级名称", "所在班级", "班别", "就读班级", "行政班", "班", "班級"] },
    ColumnInfo { key: "enrolment_month", zh: "入学年月", en: "Month of enrolment", kind: Kind::Month, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["入学时间", "入学日期", "入学年份", "入学月份", "入学年月日", "入校时间", "入學年月"] },
    ColumnInfo { key: "enrolment_method", zh: "入学方式", en: "Method of enrolment", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::ENROLMENT_METHOD), sensitive: None,
        aliases: &["入学形式"] },
    ColumnInfo { key: "boarding", zh: "就读方式", en: "Day pupil or boarder", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::BOARDING), sensitive: None,
        aliases: &["走读/住校", "住宿情况", "寄宿情况"] },
    ColumnInfo { key: "student_source", zh: "学生来源", en: "Origin of the student", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::STUDENT_SOURCE), sensitive: None,
        aliases: &["生源", "学生来源码", "学生来源类别"] },
    ColumnInfo { key: "address", zh: "现住址", en: "Present address", kind: Kind::Text, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: &["现居住地", "现居住地址", "现在住址", "居住地址", "居住地", "住址", "地址", "详细地址", "现住地址", "现住地", "常住地址"] },
    ColumnInfo { key: "mailing_address", zh: "通信地址", en: "Mailing address", kind: Kind::Text, required: true, need: Required::Always, length_bytes_max: Some(180), table: None, sensitive: Some(Sensitive::Address),
        aliases: &["通讯地址", "邮寄地址", "联系地址", "通訊地址"] },
    ColumnInfo { key: "home_address", zh: "家庭地址", en: "Home address", kind: Kind::Text, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: &["家庭住址", "家庭详细地址", "家庭详细住址", "家庭居住地址", "家庭现住址"] },
    ColumnInfo { key: "phone", zh: "联系电话", en: "Telephone", kind: Kind::Phone, required: true, need: Required::Always, length_bytes_max: Some(30), table: None, sensitive: Some(Sensitive::Phone),
        aliases: &["联系方式", "手机", "手机号", "手机号码", "电话", "电话号码", "家长电话", "家长联系电话", "家长手机", "家长手机号", "家长手机号码", "家长联系方式", "家庭电话", "家庭联系电话", "联系手机", "学生联系电话", "移动电话", "聯繫電話", "聯絡電話", "tel", "mobile"] },
    ColumnInfo { key: "postcode", zh: "邮政编码", en: "Postal code", kind: Kind::Postcode, required: true, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["邮编", "邮政编号", "郵政編碼", "zip"] },
    ColumnInfo { key: "email", zh: "电子信箱", en: "E-mail", kind: Kind::Email, required: false, need: Required::Never, length_bytes_max: Some(40), table: None, sensitive: Some(Sensitive::Address),
        aliases: &["电子邮箱", "电子邮件", "邮箱", "邮箱地址", "电子信箱地址", "mail"] },
    ColumnInfo { key: "homepage", zh: "主页地址", en: "Home page", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: Some(60), table: None, sensitive: None,
        aliases: &["主页", "个人主页", "主页网址", "网址"] },
    ColumnInfo { key: "blood_type", zh: "血型", en: "Blood type", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::BLOOD_TYPE), sensitive: None,
        aliases: &["血型类别"] },
    ColumnInfo { key: "talents", zh: "特长", en: "Talents", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["个人特长", "学生特长", "特长爱好", "爱好特长", "兴趣特长"] },
    ColumnInfo { key: "former_name", zh: "曾用名", en: "Former name", kind: Kind::Name, required: false, need: Required::Never, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: &["曾用姓名", "学生曾用名"] },
    ColumnInfo { key: "name_pinyin", zh: "姓名拼音", en: "Name in pinyin", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: Some(60), table: None, sensitive: Some(Sensitive::Name),
        aliases: &["姓名(拼音)", "拼音", "姓名全拼", "学生姓名拼音", "拼音姓名"] },
    ColumnInfo { key: "id_expiry", zh: "身份证件有效期", en: "Validity of the identity document", kind: Kind::Expiry, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["身份证有效期", "证件有效期", "身份证有效期限", "有效期", "身份证件有效期限", "证件有效期限"] },
    ColumnInfo { key: "student_number", zh: "学籍号", en: "Student number", kind: Kind::StudentNumber, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Number),
        aliases: &["全国学籍号", "个人标识码", "全国学籍号码", "学籍号码", "学生学籍号", "国网学籍号", "学籍编号", "學籍號"] },
    ColumnInfo { key: "auxiliary_number", zh: "学籍辅号", en: "Auxiliary student number", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Number),
        aliases: &["学籍副号", "省学籍号", "省学籍辅号", "地方学籍号"] },
    ColumnInfo { key: "class_serial", zh: "班内学号", en: "Number in the class", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["座号", "学号", "班内编号", "班内序号", "座位号", "班级学号", "學號"] },
    ColumnInfo { key: "only_child", zh: "是否独生子女", en: "Only child", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["独生子女", "是否独生", "独生子女否", "是否为独生子女"] },
    ColumnInfo { key: "preschool", zh: "是否受过学前教育", en: "Attended preschool", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["受过学前教育", "是否接受过学前教育", "学前教育", "是否受学前教育", "是否接受学前教育"] },
    ColumnInfo { key: "left_behind", zh: "是否留守儿童", en: "Left-behind child", kind: Kind::Code, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::LEFT_BEHIND), sensitive: None,
        aliases: &["留守儿童", "留守儿童情况", "留守儿童类型", "是否为留守儿童"] },
    ColumnInfo { key: "migrant_child", zh: "是否进城务工人员随迁子女", en: "Child of migrant workers", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["进城务工人员随迁子女", "随迁子女", "是否进城务工随迁子女", "是否进城务工人员子女", "是否为进城务工人员随迁子女"] },
    ColumnInfo { key: "orphan", zh: "是否孤儿", en: "Orphan", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["孤儿", "是否为孤儿"] },
    ColumnInfo { key: "martyr_child", zh: "是否烈士或优抚子女", en: "Child of a martyr or of a family with special care", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["烈士或优抚子女", "是否烈士优抚子女", "是否烈士子女", "是否优抚子女", "是否烈士或优抚家庭子女", "是否烈士/优抚子女"] },
    ColumnInfo { key: "needs_aid", zh: "是否需要申请资助", en: "Applies for aid", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["需要申请资助", "是否申请资助", "是否需要资助", "申请资助"] },
    ColumnInfo { key: "receives_subsidy", zh: "是否享受一补", en: "Receives the living subsidy", kind: Kind::YesNo, required: true, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["享受一补", "是否享受一补(寄宿生补助)", "是否享受补助", "一补"] },
    ColumnInfo { key: "school_distance", zh: "上下学距离", en: "Distance to school in kilometres", kind: Kind::Number, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["上下学距离公里", "上学距离", "家校距离", "家庭与学校距离"] },
    ColumnInfo { key: "transport", zh: "上下学交通方式", en: "Way to school", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::TRANSPORT), sensitive: None,
        aliases: &["上下学方式", "交通方式", "上学交通方式", "上学方式"] },
    ColumnInfo { key: "school_bus", zh: "是否需要乘坐校车", en: "Needs the school bus", kind: Kind::YesNo, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["是否乘坐校车", "是否需乘坐校车", "乘坐校车", "需要乘坐校车", "是否乘校车", "是否坐校车"] },
    ColumnInfo { key: "disability", zh: "残疾类型", en: "Disability", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::DISABILITY), sensitive: None,
        aliases: &["残疾人类型", "残疾类别", "残疾人类别", "残疾种类", "残疾情况"] },
    ColumnInfo { key: "inclusive_education", zh: "随班就读", en: "Inclusive education", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::INCLUSIVE_EDUCATION), sensitive: None,
        aliases: &["是否随班就读", "随班就读类型", "随班就读情况"] },
    ColumnInfo { key: "government_seat", zh: "是否由政府购买学位", en: "Seat paid by the government", kind: Kind::YesNo, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["由政府购买学位", "是否政府购买学位", "政府购买学位", "是否由政府购买的学位"] },
    ColumnInfo { key: "continuation_mark", zh: "学籍接续标识", en: "Mark of a continued student record", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["接续标识"] },
    ColumnInfo { key: "campus_code", zh: "校区号", en: "Campus code", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: Some(2), table: None, sensitive: None,
        aliases: &["校区编号", "校区代码"] },
    ColumnInfo { key: "rural_left_behind", zh: "是否农村留守儿童", en: "Left-behind child in the country", kind: Kind::YesNo, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["农村留守儿童", "是否为农村留守儿童"] },
    ColumnInfo { key: "disabled_person", zh: "是否残疾人", en: "Disabled person", kind: Kind::YesNo, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["是否为残疾人", "是否残疾"] },
    ColumnInfo { key: "accompanying_child", zh: "是否随迁子女", en: "Child that moved with its parents", kind: Kind::YesNo, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["是否为随迁子女"] },
    ColumnInfo { key: "graduated_school_code", zh: "毕业学校标识码", en: "Code of the school left", kind: Kind::SchoolCode, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["毕业学校代码", "毕业小学标识码"] },
    ColumnInfo { key: "admitting_school_code", zh: "录取学校标识码", en: "Code of the admitting school", kind: Kind::SchoolCode, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["录取学校代码", "录取初中标识码"] },
    ColumnInfo { key: "education_stage", zh: "教育阶段", en: "Stage of education", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["学段"] },
    ColumnInfo { key: "photo", zh: "照片", en: "Photograph", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Number),
        aliases: &["相片", "学生照片", "电子照片"] },
    ColumnInfo { key: "member1_name", zh: "成员1姓名", en: "Family member 1: name", kind: Kind::Name, required: false, need: Required::When, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: &["姓名", "家长姓名", "监护人姓名", "名字", "成员姓名", "家庭成员姓名"] },
    ColumnInfo { key: "member1_relation", zh: "成员1关系", en: "Family member 1: relation", kind: Kind::Code, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::RELATION), sensitive: None,
        aliases: &["关系", "家庭关系", "与学生关系", "与本人关系", "亲属关系", "与学生的关系", "成员关系", "称谓", "关系码"] },
    ColumnInfo { key: "member1_relation_note", zh: "成员1关系说明", en: "Family member 1: note on the relation", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["关系说明", "关系备注", "家庭关系说明"] },
    ColumnInfo { key: "member1_address", zh: "成员1现住址", en: "Family member 1: present address", kind: Kind::Text, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: &["现住址", "住址", "地址", "家庭住址", "现居住地", "居住地址", "居住地", "现居住地址", "家庭地址", "现住地址", "联系地址"] },
    ColumnInfo { key: "member1_hukou_code", zh: "成员1户口所在地行政区划", en: "Family member 1: household registration region code", kind: Kind::Region, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["户口所在地行政区划", "户口所在地行政区划代码", "户口所在地行政区划码", "户口所在地", "户口所在地代码", "户籍所在地", "户籍所在地行政区划", "户口所在地区划代码"] },
    ColumnInfo { key: "member1_phone", zh: "成员1联系电话", en: "Family member 1: telephone", kind: Kind::Phone, required: false, need: Required::When, length_bytes_max: Some(30), table: None, sensitive: Some(Sensitive::Phone),
        aliases: &["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "联系手机", "移动电话"] },
    ColumnInfo { key: "member1_guardian", zh: "成员1是否监护人", en: "Family member 1: guardian", kind: Kind::YesNo, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["是否监护人", "监护人", "是否为监护人", "是否法定监护人"] },
    ColumnInfo { key: "member1_id_type", zh: "成员1身份证件类型", en: "Family member 1: identity document type", kind: Kind::Code, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::ID_TYPE), sensitive: None,
        aliases: &["身份证件类型", "证件类型", "身份证类型", "证件种类", "身份证件种类"] },
    ColumnInfo { key: "member1_id_number", zh: "成员1身份证件号", en: "Family member 1: identity document number", kind: Kind::Id, required: false, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: Some(Sensitive::Number),
        aliases: &["身份证件号", "身份证号", "身份证号码", "身份证件号码", "证件号码", "证件号", "身份证", "公民身份号码", "居民身份证号"] },
    ColumnInfo { key: "member1_ethnic_group", zh: "成员1民族", en: "Family member 1: ethnic group", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::ETHNIC_GROUP), sensitive: None,
        aliases: &["民族", "族别"] },
    ColumnInfo { key: "member1_employer", zh: "成员1工作单位", en: "Family member 1: employer", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: &["工作单位", "单位", "工作单位名称", "单位名称", "就职单位", "工作地点"] },
    ColumnInfo { key: "member1_position", zh: "成员1职务", en: "Family member 1: position", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["职务", "职业", "岗位", "工作职务"] },
    ColumnInfo { key: "member2_name", zh: "成员2姓名", en: "Family member 2: name", kind: Kind::Name, required: false, need: Required::When, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: &["姓名", "家长姓名", "监护人姓名", "名字", "成员姓名", "家庭成员姓名"] },
    ColumnInfo { key: "member2_relation", zh: "成员2关系", en: "Family member 2: relation", kind: Kind::Code, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::RELATION), sensitive: None,
        aliases: &["关系", "家庭关系", "与学生关系", "与本人关系", "亲属关系", "与学生的关系", "成员关系", "称谓", "关系码"] },
    ColumnInfo { key: "member2_relation_note", zh: "成员2关系说明", en: "Family member 2: note on the relation", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["关系说明", "关系备注", "家庭关系说明"] },
    ColumnInfo { key: "member2_address", zh: "成员2现住址", en: "Family member 2: present address", kind: Kind::Text, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: &["现住址", "住址", "地址", "家庭住址", "现居住地", "居住地址", "居住地", "现居住地址", "家庭地址", "现住地址", "联系地址"] },
    ColumnInfo { key: "member2_hukou_code", zh: "成员2户口所在地行政区划", en: "Family member 2: household registration region code", kind: Kind::Region, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["户口所在地行政区划", "户口所在地行政区划代码", "户口所在地行政区划码", "户口所在地", "户口所在地代码", "户籍所在地", "户籍所在地行政区划", "户口所在地区划代码"] },
    ColumnInfo { key: "member2_phone", zh: "成员2联系电话", en: "Family member 2: telephone", kind: Kind::Phone, required: false, need: Required::When, length_bytes_max: Some(30), table: None, sensitive: Some(Sensitive::Phone),
        aliases: &["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "联系手机", "移动电话"] },
    ColumnInfo { key: "member2_guardian", zh: "成员2是否监护人", en: "Family member 2: guardian", kind: Kind::YesNo, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: &["是否监护人", "监护人", "是否为监护人", "是否法定监护人"] },
    ColumnInfo { key: "member2_id_type", zh: "成员2身份证件类型", en: "Family member 2: identity document type", kind: Kind::Code, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::ID_TYPE), sensitive: None,
        aliases: &["身份证件类型", "证件类型", "身份证类型", "证件种类", "身份证件种类"] },
    ColumnInfo { key: "member2_id_number", zh: "成员2身份证件号", en: "Family member 2: identity document number", kind: Kind::Id, required: false, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: Some(Sensitive::Number),
        aliases: &["身份证件号", "身份证号", "身份证号码", "身份证件号码", "证件号码", "证件号", "身份证", "公民身份号码", "居民身份证号"] },
    ColumnInfo { key: "member2_ethnic_group", zh: "成员2民族", en: "Family member 2: ethnic group", kind: Kind::Code, required: false, need: Required::Never, length_bytes_max: None, table: Some(&tables::ETHNIC_GROUP), sensitive: None,
        aliases: &["民族", "族别"] },
    ColumnInfo { key: "member2_employer", zh: "成员2工作单位", en: "Family member 2: employer", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: &["工作单位", "单位", "工作单位名称", "单位名称", "就职单位", "工作地点"] },
    ColumnInfo { key: "member2_position", zh: "成员2职务", en: "Family member 2: position", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["职务", "职业", "岗位", "工作职务"] },
    ColumnInfo { key: "student_status", zh: "学籍状态", en: "Status of the registration", kind: Kind::Text, required: false, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["在校状态", "在籍状态", "学生状态", "学籍当前状态", "当前学籍状态", "學籍狀態"] },
    ColumnInfo { key: "event_type", zh: "异动类别", en: "Kind of change", kind: Kind::Code, required: false, need: Required::When, length_bytes_max: None, table: Some(&tables::EVENT_TYPE), sensitive: None,
        aliases: &["异动类型", "异动种类", "学籍异动类别", "学籍异动类型", "学籍变动类别", "学籍变动类型", "变动类别", "变动类型", "異動類別"] },
    ColumnInfo { key: "event_date", zh: "异动日期", en: "Date of the change", kind: Kind::EventDate, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["异动时间", "异动开始日期", "异动起始日期", "学籍异动日期", "变动日期", "变动时间", "休学开始日期", "休学起始日期", "异动年月日"] },
    ColumnInfo { key: "event_end_date", zh: "异动结束日期", en: "Last date of the change", kind: Kind::EventDate, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["异动截止日期", "异动终止日期", "休学结束日期", "休学截止日期", "休学终止日期", "休学期满日期", "期满日期", "应复学日期", "预计复学日期"] },
    ColumnInfo { key: "event_reason", zh: "异动原因", en: "Reason of the change", kind: Kind::Text, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["异动事由", "异动说明", "变动原因", "学籍异动原因", "休学原因", "转学原因"] },
    ColumnInfo { key: "event_from_school", zh: "转出学校", en: "School that was left", kind: Kind::Text, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["转出学校名称", "原就读学校", "原就读学校名称", "原学校", "原学校名称", "来源学校"] },
    ColumnInfo { key: "event_to_school", zh: "转入学校", en: "School that was entered", kind: Kind::Text, required: false, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: &["转入学校名称", "拟转入学校", "转往学校", "去向学校", "新学校", "新学校名称"] },
];

/// Headers that are known and name no column.
#[rustfmt::skip]
pub(crate) static IGNORED: &[&str] = &["序号", "编号", "行号", "序", "No", "No.", "NO", "№", "序列号", "流水号", "顺序号", "序號"];

/// What names a family member before or above a column, with the member's number.
#[rustfmt::skip]
pub(crate) static GROUPS: &[(u8, &[&str])] = &[
    (1, &["成员1", "成员一", "家庭成员1", "家庭成员一", "监护人1", "监护人一", "家长1", "家长一", "家庭成员或监护人1", "家庭成员或监护人一", "家庭主要成员1", "家庭主要成员一", "家庭成员信息1", "家庭成员信息一", "成员信息1", "成员信息一", "家庭成员及监护人1", "家庭成员及监护人一", "家庭成员或监护人信息1", "家庭成员或监护人信息一", "成员1信息", "成员一信息", "家庭成员1信息", "家庭成员一信息", "监护人1信息", "监护人一信息", "家长1信息", "家长一信息", "第一家庭成员", "第一监护人", "第一成员", "member1", "member 1", "guardian 1", "家庭成员或监护人①", "父亲", "父亲信息", "爸爸", "监护人", "监护人信息", "家长", "家长信息"]),
    (2, &["成员2", "成员二", "家庭成员2", "家庭成员二", "监护人2", "监护人二", "家长2", "家长二", "家庭成员或监护人2", "家庭成员或监护人二", "家庭主要成员2", "家庭主要成员二", "家庭成员信息2", "家庭成员信息二", "成员信息2", "成员信息二", "家庭成员及监护人2", "家庭成员及监护人二", "家庭成员或监护人信息2", "家庭成员或监护人信息二", "成员2信息", "成员二信息", "家庭成员2信息", "家庭成员二信息", "监护人2信息", "监护人二信息", "家长2信息", "家长二信息", "第二家庭成员", "第二监护人", "第二成员", "member2", "member 2", "guardian 2", "家庭成员或监护人②", "母亲", "母亲信息", "妈妈"]),
];
