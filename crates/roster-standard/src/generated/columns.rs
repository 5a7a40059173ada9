//! Generated from data/columns.toml by xtask gen. Do not edit.

use super::tables;
use crate::Words;
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
    /// 休学开始日期: First date of the leave.
    LeaveStartDate,
    /// 异动结束日期: Last date of the change.
    EventEndDate,
    /// 异动原因: Reason of the change.
    EventReason,
    /// 转出学校: School that was left.
    EventFromSchool,
    /// 转入学校: School that was entered.
    EventToSchool,
    /// 对方学校: The other school.
    EventOtherSchool,
    /// 问题类型: Kind of problem.
    ProblemKind,
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
        Column::LeaveStartDate,
        Column::EventEndDate,
        Column::EventReason,
        Column::EventFromSchool,
        Column::EventToSchool,
        Column::EventOtherSchool,
        Column::ProblemKind,
    ];
}

/// What is known of each column, in the order of the enum.
#[rustfmt::skip]
pub(crate) static INFOS: [ColumnInfo; 94] = [
    ColumnInfo { key: "school_code", zh: "学校标识码", en: "School code", kind: Kind::SchoolCode, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("学校标示码\t学校识别码\t学校代码\t所在学校标识码\t学校(机构)标识码\t学校机构标识码") },
    ColumnInfo { key: "name", zh: "姓名", en: "Name", kind: Kind::Name, need: Required::Always, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: Words("学生姓名\t学生名字\t名字\t学生\t姓名(与户口簿一致)\t幼儿姓名\tstudent name\tstudent's name\tname of student\tfull name\tchinese name\tstudent full name\tstudent's full name\tpupil name\tchild name\tchild's name\tname of child\t户口本姓名\t户口簿姓名\t身份证姓名") },
    ColumnInfo { key: "sex", zh: "性别", en: "Sex", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::SEX), sensitive: None,
        aliases: Words("学生性别\t男/女\tgender\t性别代码\t性别码\t男女\t性别:男女") },
    ColumnInfo { key: "birth_date", zh: "出生日期", en: "Date of birth", kind: Kind::Date, need: Required::Always, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Birth),
        aliases: Words("出生年月日\t生日\t出生年月\t学生出生日期\t出生时间\t出生日\tdob\tbirthday\t出生年-月-日\t出生年/月/日\t生年月日") },
    ColumnInfo { key: "birth_place_code", zh: "出生地行政区划代码", en: "Birthplace region code", kind: Kind::Region, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("出生地\t出生地行政区划\t出生地行政区划码\t出生地代码\t出生地区划代码\t出生地行政区代码\tplace of birth") },
    ColumnInfo { key: "native_place", zh: "籍贯", en: "Native place", kind: Kind::Text, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("学生籍贯") },
    ColumnInfo { key: "ethnic_group", zh: "民族", en: "Ethnic group", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::ETHNIC_GROUP), sensitive: None,
        aliases: Words("学生民族\t族别\t民族成分\tethnicity\t民族成份\t所属民族\t民族类别\t民族代码") },
    ColumnInfo { key: "nationality", zh: "国籍/地区", en: "Nationality or region", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::NATIONALITY), sensitive: None,
        aliases: Words("国籍\t国籍地区\t国籍(地区)\t国籍或地区\t国家/地区\t国别\tcitizenship") },
    ColumnInfo { key: "id_type", zh: "身份证件类型", en: "Identity document type", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::ID_TYPE), sensitive: None,
        aliases: Words("证件类型\t身份证类型\t证件种类\t身份证件种类\t有效证件类型\t学生身份证件类型\t学生证件类型\tdocument type\tid document type\ttype of id\t证件类别") },
    ColumnInfo { key: "id_number", zh: "身份证件号", en: "Identity document number", kind: Kind::Id, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: Some(Sensitive::Number),
        aliases: Words("身份证号\t身份证号码\t身份证件号码\t证件号码\t证件号\t公民身份号码\t公民身份证号码\t公民身份证号\t公民身份号\t居民身份证号\t居民身份证号码\t身份证\t学生身份证号\t学生身份证号码\t学生身份证\t学生身份证件号\t身份号码\t身份证编号\t户口本身份证号\t户口本身份证号码\t户口簿身份证号\t户口簿身份证号码\t二代身份证号\t二代身份证号码\t身分证字号\tid no\tid card\tid card number\tid card no\tidentity number\tidentity card\tidentity card number\tid/passport number\tid/passport no\tnational id\tnational id number\t身分证号\t身分证号码\t18位身份证号\t18位身份证号码\t户口簿上身份证号码\t户口本上身份证号码") },
    ColumnInfo { key: "hmt_status", zh: "港澳台侨外", en: "HK, Macao, Taiwan, overseas or foreign status", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::HMT_STATUS), sensitive: None,
        aliases: Words("港澳台侨外码\t港澳台侨\t是否港澳台侨外\t港澳台侨外情况\t港澳台侨外类型\t港澳台侨胞\t是否港澳台侨\t是否港澳台") },
    ColumnInfo { key: "health", zh: "健康状况", en: "Health", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::HEALTH), sensitive: None,
        aliases: Words("健康情况\t身体状况\t身体健康状况\t身体状态") },
    ColumnInfo { key: "political_status", zh: "政治面貌", en: "Political status", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::POLITICAL_STATUS), sensitive: None,
        aliases: Words("政治面目\t政治身份") },
    ColumnInfo { key: "hukou_type", zh: "户口性质", en: "Household registration type", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::HUKOU_TYPE), sensitive: None,
        aliases: Words("户口类型\t户籍性质\t户口类别\t户籍类型\t户籍类别\t户别\t户口属性\t户籍属性\t农业/非农业\t农业/非农") },
    ColumnInfo { key: "hukou_code", zh: "户口所在地行政区划代码", en: "Household registration region code", kind: Kind::Region, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("户口所在地行政区划\t户口所在地行政区划码\t户口所在地区划代码\t户口所在地代码\t户口所在地\t户籍所在地\t户籍所在地行政区划代码\t户籍所在地行政区划\t户籍地行政区划代码\t户口所在地行政区代码\t户籍行政区划代码\t户口行政区划代码") },
    ColumnInfo { key: "grade", zh: "年级", en: "Grade", kind: Kind::Code, need: Required::When, length_bytes_max: None, table: Some(&tables::GRADE), sensitive: None,
        aliases: Words("所在年级\t就读年级\t年级名称\t现读年级\t现就读年级\t年段\tgrade level\t在读年级\t当前年级\t现年级\t所在年段") },
    ColumnInfo { key: "class_code", zh: "班号", en: "Class code", kind: Kind::Text, need: Required::Always, length_bytes_max: Some(10), table: None, sensitive: None,
        aliases: Words("班级号\t班级编号\t班级代码\t班号(班级)\t班级(班号)\t所在班号\tclass number\tclass no") },
    ColumnInfo { key: "class_name", zh: "班级", en: "Class", kind: Kind::Text, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: None,
        aliases: Words("班级名称\t所在班级\t班别\t就读班级\t行政班\t班\t年级/班级\tgrade/class\t班级全称\t编入班级\t当前班级\t现班级") },
    ColumnInfo { key: "enrolment_month", zh: "入学年月", en: "Month of enrolment", kind: Kind::Month, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("入学时间\t入学日期\t入学年份\t入学月份\t入学年月日\t入校时间\t入校年月\tenrolment date\tenrollment date\tenrollment month\tdate of enrolment\tdate of enrollment\tadmission date\tdate of admission\t入学年度") },
    ColumnInfo { key: "enrolment_method", zh: "入学方式", en: "Method of enrolment", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::ENROLMENT_METHOD), sensitive: None,
        aliases: Words("入学形式") },
    ColumnInfo { key: "boarding", zh: "就读方式", en: "Day pupil or boarder", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::BOARDING), sensitive: None,
        aliases: Words("走读/住校\t住校/走读\t走读/住宿\t住宿/走读\t走读/寄宿\t寄宿/走读\t住宿情况\t寄宿情况\t住读/走读\t走读/住读\t走读住宿\t走读或住宿\t走读/寄读") },
    ColumnInfo { key: "student_source", zh: "学生来源", en: "Origin of the student", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::STUDENT_SOURCE), sensitive: None,
        aliases: Words("生源\t学生来源码\t学生来源类别") },
    ColumnInfo { key: "address", zh: "现住址", en: "Present address", kind: Kind::Text, need: Required::Always, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("现居住地\t现居住地址\t现在住址\t居住地址\t居住地\t住址\t地址\t详细地址\t现住地址\t现住地\t常住地址\t实际居住地\t实际居住地址\t实际住址\tcurrent address\tresidential address\t目前居住地址\t目前住址\t经常居住地\t经常居住地址\t现居住详细地址\t现详细住址") },
    ColumnInfo { key: "mailing_address", zh: "通信地址", en: "Mailing address", kind: Kind::Text, need: Required::Always, length_bytes_max: Some(180), table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("通讯地址\t邮寄地址\t联系地址") },
    ColumnInfo { key: "home_address", zh: "家庭地址", en: "Home address", kind: Kind::Text, need: Required::Always, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("家庭住址\t家庭详细地址\t家庭详细住址\t家庭居住地址\t家庭现住址\t现家庭住址\t详细家庭住址\t详细家庭地址\t家庭居住地") },
    ColumnInfo { key: "phone", zh: "联系电话", en: "Telephone", kind: Kind::Phone, need: Required::Always, length_bytes_max: Some(30), table: None, sensitive: Some(Sensitive::Phone),
        aliases: Words("联系方式\t手机\t手机号\t手机号码\t电话\t电话号码\t家长电话\t家长联系电话\t家长手机\t家长手机号\t家长手机号码\t家长联系方式\t家庭电话\t家庭联系电话\t联系手机\t学生联系电话\t移动电话\t联络电话\ttel\tmobile\tphone number\tphone no\ttelephone number\ttelephone no\ttel no\tmobile phone\tmobile number\tmobile no\tcell phone\tcontact number\tcontact no\tcontact phone\tparent phone\tparents' phone\tparent mobile\tparent contact number\t有效联系电话\t有效联系方式") },
    ColumnInfo { key: "postcode", zh: "邮政编码", en: "Postal code", kind: Kind::Postcode, need: Required::Always, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("邮编\t邮政编号\tzip\tzip code") },
    ColumnInfo { key: "email", zh: "电子信箱", en: "E-mail", kind: Kind::Email, need: Required::Never, length_bytes_max: Some(40), table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("电子邮箱\t电子邮件\t邮箱\t邮箱地址\t电子信箱地址\tmail\temail address") },
    ColumnInfo { key: "homepage", zh: "主页地址", en: "Home page", kind: Kind::Text, need: Required::Never, length_bytes_max: Some(60), table: None, sensitive: None,
        aliases: Words("主页\t个人主页\t主页网址\t网址") },
    ColumnInfo { key: "blood_type", zh: "血型", en: "Blood type", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::BLOOD_TYPE), sensitive: None,
        aliases: Words("血型类别") },
    ColumnInfo { key: "talents", zh: "特长", en: "Talents", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("个人特长\t学生特长\t特长爱好\t爱好特长\t兴趣特长\t兴趣爱好") },
    ColumnInfo { key: "former_name", zh: "曾用名", en: "Former name", kind: Kind::Name, need: Required::Never, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: Words("曾用姓名\t学生曾用名\t原名") },
    ColumnInfo { key: "name_pinyin", zh: "姓名拼音", en: "Name in pinyin", kind: Kind::Text, need: Required::Never, length_bytes_max: Some(60), table: None, sensitive: Some(Sensitive::Name),
        aliases: Words("姓名(拼音)\t拼音\t姓名全拼\t学生姓名拼音\t拼音姓名\tpinyin\tpinyin name") },
    ColumnInfo { key: "id_expiry", zh: "身份证件有效期", en: "Validity of the identity document", kind: Kind::Expiry, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("身份证有效期\t证件有效期\t身份证有效期限\t有效期\t身份证件有效期限\t证件有效期限") },
    ColumnInfo { key: "student_number", zh: "学籍号", en: "Student number", kind: Kind::StudentNumber, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Number),
        aliases: Words("全国学籍号\t个人标识码\t全国学籍号码\t学籍号码\t学生学籍号\t国网学籍号\t学籍编号\t全国统一学籍号\t学籍主号\t全国学籍编号\t国家学籍号\t正式学籍号\t全国学籍系统学籍号") },
    ColumnInfo { key: "auxiliary_number", zh: "学籍辅号", en: "Auxiliary student number", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Number),
        aliases: Words("学籍副号\t省学籍号\t省学籍辅号\t地方学籍号") },
    ColumnInfo { key: "class_serial", zh: "班内学号", en: "Number in the class", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("座号\t学号\t校内学号\t本校学号\t班内编号\t班内序号\t座位号\t班级学号") },
    ColumnInfo { key: "only_child", zh: "是否独生子女", en: "Only child", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("独生子女\t是否独生\t独生子女否\t是否为独生子女") },
    ColumnInfo { key: "preschool", zh: "是否受过学前教育", en: "Attended preschool", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("受过学前教育\t是否接受过学前教育\t学前教育\t是否受学前教育\t是否接受学前教育\t是否上过幼儿园\t是否读过幼儿园") },
    ColumnInfo { key: "left_behind", zh: "是否留守儿童", en: "Left-behind child", kind: Kind::Code, need: Required::Always, length_bytes_max: None, table: Some(&tables::LEFT_BEHIND), sensitive: None,
        aliases: Words("留守儿童\t留守儿童情况\t留守儿童类型\t是否为留守儿童\t是否留守\t留守情况") },
    ColumnInfo { key: "migrant_child", zh: "是否进城务工人员随迁子女", en: "Child of migrant workers", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("进城务工人员随迁子女\t随迁子女\t是否进城务工随迁子女\t是否进城务工人员子女\t是否为进城务工人员随迁子女\t是否进城务工子女\t是否务工人员子女\t是否务工子女\t是否农民工子女\t是否农民工随迁子女\t是否外来务工人员子女\t是否外来务工人员随迁子女\t是否外来务工子女") },
    ColumnInfo { key: "orphan", zh: "是否孤儿", en: "Orphan", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("孤儿\t是否为孤儿") },
    ColumnInfo { key: "martyr_child", zh: "是否烈士或优抚子女", en: "Child of a martyr or of a family with special care", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("烈士或优抚子女\t是否烈士优抚子女\t是否烈士子女\t是否优抚子女\t是否烈士或优抚家庭子女\t是否烈士/优抚子女") },
    ColumnInfo { key: "needs_aid", zh: "是否需要申请资助", en: "Applies for aid", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("需要申请资助\t是否申请资助\t是否需要资助\t申请资助") },
    ColumnInfo { key: "receives_subsidy", zh: "是否享受一补", en: "Receives the living subsidy", kind: Kind::YesNo, need: Required::Always, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("享受一补\t是否享受一补(寄宿生补助)\t是否享受补助\t一补\t是否享受寄宿生补助\t是否享受寄宿生生活补助\t是否享受生活补助") },
    ColumnInfo { key: "school_distance", zh: "上下学距离", en: "Distance to school in kilometres", kind: Kind::Number, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("上下学距离公里\t上学距离\t家校距离\t家庭与学校距离\t家到学校距离\t家庭到学校距离\t离校距离\t离家距离") },
    ColumnInfo { key: "transport", zh: "上下学交通方式", en: "Way to school", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::TRANSPORT), sensitive: None,
        aliases: Words("上下学方式\t交通方式\t上学交通方式\t上学方式") },
    ColumnInfo { key: "school_bus", zh: "是否需要乘坐校车", en: "Needs the school bus", kind: Kind::YesNo, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("是否乘坐校车\t是否需乘坐校车\t乘坐校车\t需要乘坐校车\t是否乘校车\t是否坐校车") },
    ColumnInfo { key: "disability", zh: "残疾类型", en: "Disability", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::DISABILITY), sensitive: None,
        aliases: Words("残疾人类型\t残疾类别\t残疾人类别\t残疾种类\t残疾情况") },
    ColumnInfo { key: "inclusive_education", zh: "随班就读", en: "Inclusive education", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::INCLUSIVE_EDUCATION), sensitive: None,
        aliases: Words("是否随班就读\t随班就读类型\t随班就读情况") },
    ColumnInfo { key: "government_seat", zh: "是否由政府购买学位", en: "Seat paid by the government", kind: Kind::YesNo, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("由政府购买学位\t是否政府购买学位\t政府购买学位\t是否由政府购买的学位") },
    ColumnInfo { key: "continuation_mark", zh: "学籍接续标识", en: "Mark of a continued student record", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("接续标识") },
    ColumnInfo { key: "campus_code", zh: "校区号", en: "Campus code", kind: Kind::Text, need: Required::Never, length_bytes_max: Some(2), table: None, sensitive: None,
        aliases: Words("校区编号\t校区代码") },
    ColumnInfo { key: "rural_left_behind", zh: "是否农村留守儿童", en: "Left-behind child in the country", kind: Kind::YesNo, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("农村留守儿童\t是否为农村留守儿童") },
    ColumnInfo { key: "disabled_person", zh: "是否残疾人", en: "Disabled person", kind: Kind::YesNo, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("是否为残疾人\t是否残疾\t是否残疾学生\t是否残疾儿童") },
    ColumnInfo { key: "accompanying_child", zh: "是否随迁子女", en: "Child that moved with its parents", kind: Kind::YesNo, need: Required::Never, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("是否为随迁子女\t是否随迁") },
    ColumnInfo { key: "graduated_school_code", zh: "毕业学校标识码", en: "Code of the school left", kind: Kind::SchoolCode, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("毕业小学标识码") },
    ColumnInfo { key: "admitting_school_code", zh: "录取学校标识码", en: "Code of the admitting school", kind: Kind::SchoolCode, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("录取初中标识码") },
    ColumnInfo { key: "education_stage", zh: "教育阶段", en: "Stage of education", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("学段\t学部\t就读学段\t所属学段") },
    ColumnInfo { key: "photo", zh: "照片", en: "Photograph", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Number),
        aliases: Words("相片\t学生照片\t电子照片") },
    ColumnInfo { key: "member1_name", zh: "成员1姓名", en: "Family member 1: name", kind: Kind::Name, need: Required::When, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: Words("姓名\t家长姓名\t监护人姓名\t名字\t成员姓名\t家庭成员姓名\tfull name") },
    ColumnInfo { key: "member1_relation", zh: "成员1关系", en: "Family member 1: relation", kind: Kind::Code, need: Required::When, length_bytes_max: None, table: Some(&tables::RELATION), sensitive: None,
        aliases: Words("关系\t家庭关系\t与学生关系\t与本人关系\t亲属关系\t与学生的关系\t成员关系\t称谓\t关系码\t与幼儿关系\t与孩子关系\t与孩子的关系\trelationship\trelationship to student\t亲子关系\t监护关系\t与该生关系\t与子女关系\t和孩子的关系\t与宝宝关系\t与学生之间关系\t家长身份\t称呼\t您与孩子的关系\t您与学生的关系\t您是孩子的") },
    ColumnInfo { key: "member1_relation_note", zh: "成员1关系说明", en: "Family member 1: note on the relation", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("关系说明\t关系备注\t家庭关系说明") },
    ColumnInfo { key: "member1_address", zh: "成员1现住址", en: "Family member 1: present address", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("现住址\t住址\t地址\t家庭住址\t现居住地\t居住地址\t居住地\t现居住地址\t家庭地址\t现住地址\t联系地址\thome address") },
    ColumnInfo { key: "member1_hukou_code", zh: "成员1户口所在地行政区划", en: "Family member 1: household registration region code", kind: Kind::Region, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("户口所在地行政区划\t户口所在地行政区划代码\t户口所在地行政区划码\t户口所在地\t户口所在地代码\t户籍所在地\t户籍所在地行政区划\t户口所在地区划代码") },
    ColumnInfo { key: "member1_phone", zh: "成员1联系电话", en: "Family member 1: telephone", kind: Kind::Phone, need: Required::When, length_bytes_max: Some(30), table: None, sensitive: Some(Sensitive::Phone),
        aliases: Words("联系电话\t电话\t手机\t手机号\t手机号码\t联系方式\t电话号码\t联系手机\t移动电话\tphone number\tphone no\ttelephone\ttel\tmobile\tmobile number\tmobile phone\tcontact number\tcontact no") },
    ColumnInfo { key: "member1_guardian", zh: "成员1是否监护人", en: "Family member 1: guardian", kind: Kind::YesNo, need: Required::When, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("是否监护人\t监护人\t是否为监护人\t是否法定监护人") },
    ColumnInfo { key: "member1_id_type", zh: "成员1身份证件类型", en: "Family member 1: identity document type", kind: Kind::Code, need: Required::When, length_bytes_max: None, table: Some(&tables::ID_TYPE), sensitive: None,
        aliases: Words("身份证件类型\t证件类型\t身份证类型\t证件种类\t身份证件种类") },
    ColumnInfo { key: "member1_id_number", zh: "成员1身份证件号", en: "Family member 1: identity document number", kind: Kind::Id, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: Some(Sensitive::Number),
        aliases: Words("身份证件号\t身份证号\t身份证号码\t身份证件号码\t证件号码\t证件号\t身份证\t公民身份号码\t居民身份证号\tid no\tid card number\tid card no") },
    ColumnInfo { key: "member1_ethnic_group", zh: "成员1民族", en: "Family member 1: ethnic group", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::ETHNIC_GROUP), sensitive: None,
        aliases: Words("民族\t族别") },
    ColumnInfo { key: "member1_employer", zh: "成员1工作单位", en: "Family member 1: employer", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("工作单位\t单位\t工作单位名称\t单位名称\t就职单位\t工作地点\tworkplace\twork unit") },
    ColumnInfo { key: "member1_position", zh: "成员1职务", en: "Family member 1: position", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("职务\t职业\t岗位\t工作职务\toccupation\tjob title") },
    ColumnInfo { key: "member2_name", zh: "成员2姓名", en: "Family member 2: name", kind: Kind::Name, need: Required::When, length_bytes_max: Some(36), table: None, sensitive: Some(Sensitive::Name),
        aliases: Words("姓名\t家长姓名\t监护人姓名\t名字\t成员姓名\t家庭成员姓名\tfull name") },
    ColumnInfo { key: "member2_relation", zh: "成员2关系", en: "Family member 2: relation", kind: Kind::Code, need: Required::When, length_bytes_max: None, table: Some(&tables::RELATION), sensitive: None,
        aliases: Words("关系\t家庭关系\t与学生关系\t与本人关系\t亲属关系\t与学生的关系\t成员关系\t称谓\t关系码\t与幼儿关系\t与孩子关系\t与孩子的关系\trelationship\trelationship to student\t亲子关系\t监护关系\t与该生关系\t与子女关系\t和孩子的关系\t与宝宝关系\t与学生之间关系\t家长身份\t称呼\t您与孩子的关系\t您与学生的关系\t您是孩子的") },
    ColumnInfo { key: "member2_relation_note", zh: "成员2关系说明", en: "Family member 2: note on the relation", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("关系说明\t关系备注\t家庭关系说明") },
    ColumnInfo { key: "member2_address", zh: "成员2现住址", en: "Family member 2: present address", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("现住址\t住址\t地址\t家庭住址\t现居住地\t居住地址\t居住地\t现居住地址\t家庭地址\t现住地址\t联系地址\thome address") },
    ColumnInfo { key: "member2_hukou_code", zh: "成员2户口所在地行政区划", en: "Family member 2: household registration region code", kind: Kind::Region, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("户口所在地行政区划\t户口所在地行政区划代码\t户口所在地行政区划码\t户口所在地\t户口所在地代码\t户籍所在地\t户籍所在地行政区划\t户口所在地区划代码") },
    ColumnInfo { key: "member2_phone", zh: "成员2联系电话", en: "Family member 2: telephone", kind: Kind::Phone, need: Required::When, length_bytes_max: Some(30), table: None, sensitive: Some(Sensitive::Phone),
        aliases: Words("联系电话\t电话\t手机\t手机号\t手机号码\t联系方式\t电话号码\t联系手机\t移动电话\tphone number\tphone no\ttelephone\ttel\tmobile\tmobile number\tmobile phone\tcontact number\tcontact no") },
    ColumnInfo { key: "member2_guardian", zh: "成员2是否监护人", en: "Family member 2: guardian", kind: Kind::YesNo, need: Required::When, length_bytes_max: None, table: Some(&tables::YES_NO), sensitive: None,
        aliases: Words("是否监护人\t监护人\t是否为监护人\t是否法定监护人") },
    ColumnInfo { key: "member2_id_type", zh: "成员2身份证件类型", en: "Family member 2: identity document type", kind: Kind::Code, need: Required::When, length_bytes_max: None, table: Some(&tables::ID_TYPE), sensitive: None,
        aliases: Words("身份证件类型\t证件类型\t身份证类型\t证件种类\t身份证件种类") },
    ColumnInfo { key: "member2_id_number", zh: "成员2身份证件号", en: "Family member 2: identity document number", kind: Kind::Id, need: Required::When, length_bytes_max: Some(20), table: None, sensitive: Some(Sensitive::Number),
        aliases: Words("身份证件号\t身份证号\t身份证号码\t身份证件号码\t证件号码\t证件号\t身份证\t公民身份号码\t居民身份证号\tid no\tid card number\tid card no") },
    ColumnInfo { key: "member2_ethnic_group", zh: "成员2民族", en: "Family member 2: ethnic group", kind: Kind::Code, need: Required::Never, length_bytes_max: None, table: Some(&tables::ETHNIC_GROUP), sensitive: None,
        aliases: Words("民族\t族别") },
    ColumnInfo { key: "member2_employer", zh: "成员2工作单位", en: "Family member 2: employer", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: Some(Sensitive::Address),
        aliases: Words("工作单位\t单位\t工作单位名称\t单位名称\t就职单位\t工作地点\tworkplace\twork unit") },
    ColumnInfo { key: "member2_position", zh: "成员2职务", en: "Family member 2: position", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("职务\t职业\t岗位\t工作职务\toccupation\tjob title") },
    ColumnInfo { key: "student_status", zh: "学籍状态", en: "Status of the registration", kind: Kind::Text, need: Required::Never, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("在校状态\t在籍状态\t学生状态\t学籍当前状态\t当前学籍状态") },
    ColumnInfo { key: "event_type", zh: "异动类别", en: "Kind of change", kind: Kind::Code, need: Required::When, length_bytes_max: None, table: Some(&tables::EVENT_TYPE), sensitive: None,
        aliases: Words("异动类型\t异动种类\t学籍异动类别\t学籍异动类型\t学籍变动类别\t学籍变动类型\t变动类别\t变动类型") },
    ColumnInfo { key: "event_date", zh: "异动日期", en: "Date of the change", kind: Kind::EventDate, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("异动时间\t异动开始日期\t异动起始日期\t学籍异动日期\t变动日期\t变动时间\t异动年月日") },
    ColumnInfo { key: "leave_start_date", zh: "休学开始日期", en: "First date of the leave", kind: Kind::EventDate, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("休学起始日期\t休学日期") },
    ColumnInfo { key: "event_end_date", zh: "异动结束日期", en: "Last date of the change", kind: Kind::EventDate, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("异动截止日期\t异动终止日期\t休学结束日期\t休学截止日期\t休学终止日期\t休学期满日期\t期满日期\t应复学日期\t预计复学日期\t复学日期") },
    ColumnInfo { key: "event_reason", zh: "异动原因", en: "Reason of the change", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("异动事由\t异动说明\t变动原因\t学籍异动原因\t休学原因\t转学原因") },
    ColumnInfo { key: "event_from_school", zh: "转出学校", en: "School that was left", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("转出学校名称\t转出学校全称\t原就读学校\t原就读学校名称\t原学校\t原学校名称\t来源学校\t来源学校名称\t转来学校\t转入前学校\t转出校\t何校转来\t由何校转来") },
    ColumnInfo { key: "event_to_school", zh: "转入学校", en: "School that was entered", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("转入学校名称\t转入学校全称\t拟转入学校\t拟转入学校名称\t转往学校\t转往学校名称\t拟转往学校\t去向学校\t去向学校名称\t转去学校\t接收学校\t接收学校名称\t新学校\t新学校名称\t转入校\t转至学校\t转往何校\t转入何校\t去向\t学生去向\t转学去向") },
    ColumnInfo { key: "event_other_school", zh: "对方学校", en: "The other school", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("对方学校名称\t对方学校全称\t转入/转出学校\t转入/转出学校名称\t转出/转入学校名称\t转出/转入学校\t转入或转出学校\t转出或转入学校\t转入转出学校\t转出转入学校\t转入(转出)学校\t转出(转入)学校\t转入(出)学校\t转出(入)学校") },
    ColumnInfo { key: "problem_kind", zh: "问题类型", en: "Kind of problem", kind: Kind::Text, need: Required::When, length_bytes_max: None, table: None, sensitive: None,
        aliases: Words("问题学籍类型\t问题类别\t问题学籍类别\t问题种类\t问题原因\t问题学籍原因\t问题描述\t问题说明") },
];

/// Headers that are known and name no column.
#[rustfmt::skip]
pub(crate) static IGNORED: Words = Words("序号\t编号\t行号\t序\tNo\tNo.\tNO\t№\t序列号\t流水号\t顺序号");

/// What names a family member before or above a column, with the member's number.
#[rustfmt::skip]
pub(crate) static GROUPS: &[(u8, Words)] = &[
    (1, Words("成员1\t成员一\t家庭成员1\t家庭成员一\t监护人1\t监护人一\t家长1\t家长一\t家庭成员或监护人1\t家庭成员或监护人一\t家庭主要成员1\t家庭主要成员一\t家庭成员信息1\t家庭成员信息一\t成员信息1\t成员信息一\t家庭成员及监护人1\t家庭成员及监护人一\t家庭成员或监护人信息1\t家庭成员或监护人信息一\t成员1信息\t成员一信息\t家庭成员1信息\t家庭成员一信息\t监护人1信息\t监护人一信息\t家长1信息\t家长一信息\t第一家庭成员\t第一监护人\t第一成员\t第一家长\t主要家庭成员1\t主要家庭成员一\t法定监护人1\t法定监护人\tmember1\tmember 1\tguardian 1\t家庭成员或监护人①\t父亲\t父\t父亲信息\t爸爸\t爸\t监护人\t监护人信息\t家长\t家长信息\t主要监护人\tfather\tfather's\tguardian\tguardian's\tparent\tparent's\tparent/guardian\tparent 1")),
    (2, Words("成员2\t成员二\t家庭成员2\t家庭成员二\t监护人2\t监护人二\t家长2\t家长二\t家庭成员或监护人2\t家庭成员或监护人二\t家庭主要成员2\t家庭主要成员二\t家庭成员信息2\t家庭成员信息二\t成员信息2\t成员信息二\t家庭成员及监护人2\t家庭成员及监护人二\t家庭成员或监护人信息2\t家庭成员或监护人信息二\t成员2信息\t成员二信息\t家庭成员2信息\t家庭成员二信息\t监护人2信息\t监护人二信息\t家长2信息\t家长二信息\t第二家庭成员\t第二监护人\t第二成员\t第二家长\t主要家庭成员2\t主要家庭成员二\t法定监护人2\tmember2\tmember 2\tguardian 2\t家庭成员或监护人②\t其他监护人\t母亲\t母\t母亲信息\t妈妈\t妈\tmother\tmother's\tparent 2")),
];
